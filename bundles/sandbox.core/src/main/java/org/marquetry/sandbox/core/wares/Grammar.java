package org.marquetry.sandbox.core.wares;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rules of how to say things, read from a word file.
///
/// A rule is `= name NATURE ...` and one line for each way to say it. In a line `[a|b|]` chooses
/// and may be nested, `{x}` is a word of the product or another rule.
final class Grammar {
  private static final int DEEPEST = 12;

  private final Map<String, List<String>> rules = new HashMap<>();

  private Grammar() {}

  static Grammar of(String resource) {
    Grammar grammar = new Grammar();
    List<List<String>> open = List.of();
    for (String line : Lines.of(resource)) {
      if (line.startsWith("= ")) {
        open = grammar.begin(line.substring(2).strip());
      } else {
        open.forEach(rule -> rule.add(line));
      }
    }
    return grammar;
  }

  private List<List<String>> begin(String header) {
    StringBuilder name = new StringBuilder();
    List<String> natures = new ArrayList<>();
    for (String word : header.split(" ", -1)) {
      if (Character.isUpperCase(word.charAt(0))) {
        natures.add(word);
      } else {
        name.append(name.isEmpty() ? "" : " ").append(word);
      }
    }
    if (natures.isEmpty()) {
      return List.of(rule(name.toString()));
    }
    return natures.stream().map(nature -> rule(name + " " + nature)).toList();
  }

  private List<String> rule(String key) {
    return rules.computeIfAbsent(key, _ -> new ArrayList<>());
  }

  /// Whether it says anything under a name for a nature.
  boolean has(String name, Nature nature) {
    return find(name, nature) != null;
  }

  /// Say one thing.
  ///
  /// @param words the words of the product, empty for what is no such word
  String say(
      String name,
      Nature nature,
      Function<String, @Nullable String> words,
      SplittableRandom random) {
    return new Saying(nature, words, random).rule(name, 0);
  }

  private @Nullable List<String> find(String name, Nature nature) {
    List<String> own = rules.get(name + " " + nature.name());
    return own == null ? rules.get(name) : own;
  }

  private final class Saying {
    private final Nature nature;
    private final Function<String, @Nullable String> words;
    private final SplittableRandom random;

    Saying(Nature nature, Function<String, @Nullable String> words, SplittableRandom random) {
      this.nature = nature;
      this.words = words;
      this.random = random;
    }

    String rule(String name, int depth) {
      List<String> lines = find(name, nature);
      if (lines == null || depth > DEEPEST) {
        throw new IllegalStateException("no way to say '" + name + "' of " + nature);
      }
      return expand(lines.get(random.nextInt(lines.size())), depth);
    }

    private String expand(String text, int depth) {
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < text.length(); ) {
        char c = text.charAt(i);
        if (c == '[') {
          int end = close(text, i);
          List<String> choices = split(text.substring(i + 1, end));
          out.append(expand(choices.get(random.nextInt(choices.size())), depth));
          i = end + 1;
        } else if (c == '{') {
          int end = text.indexOf('}', i);
          out.append(slot(text.substring(i + 1, end), depth));
          i = end + 1;
        } else {
          out.append(c);
          i++;
        }
      }
      return out.toString();
    }

    private String slot(String name, int depth) {
      String word = words.apply(name);
      if (word != null) {
        return word;
      }
      if (Character.isUpperCase(name.charAt(0))) {
        String lower = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        String said = slot(lower, depth);
        return Character.toUpperCase(said.charAt(0)) + said.substring(1);
      }
      return rule(name, depth + 1);
    }
  }

  private static int close(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '[' ? 1 : text.charAt(i) == ']' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new IllegalStateException("bracket does not close: " + text);
  }

  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (c == '|' && depth == 0) {
        parts.add(text.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }
}
