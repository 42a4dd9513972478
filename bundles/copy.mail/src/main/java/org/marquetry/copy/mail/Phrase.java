package org.marquetry.copy.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text with places for values: `{{name}}`, or `{{name|what stands there else}}`. There is
/// nothing more to it: no conditions, no loops, no markup.
record Phrase(List<Part> parts) {
  private static final Pattern VALUE =
      Pattern.compile("\\{\\{\\s*([^{}|]*?)\\s*(?:\\|([^{}]*))?\\}\\}");

  sealed interface Part {}

  record Literal(String text) implements Part {}

  /// @param line of the text, from 1
  record Value(String name, Optional<String> otherwise, int line) implements Part {}

  Phrase {
    parts = List.copyOf(parts);
  }

  static Phrase of(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher value = VALUE.matcher(text);
    int from = 0;
    int line = 1;
    while (value.find()) {
      String before = text.substring(from, value.start());
      line += (int) before.chars().filter(c -> c == '\n').count();
      parts.add(new Literal(before));
      parts.add(new Value(value.group(1), Optional.ofNullable(value.group(2)), line));
      from = value.end();
    }
    parts.add(new Literal(text.substring(from)));
    return new Phrase(parts);
  }

  List<Value> values() {
    return parts.stream().filter(Value.class::isInstance).map(Value.class::cast).toList();
  }

  boolean isPlain() {
    return parts.size() == 1;
  }

  String fill(Map<String, String> values) {
    StringBuilder out = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Literal(String text) -> out.append(text);
        case Value(String name, Optional<String> otherwise, var _) -> {
          String known = values.get(name);
          out.append(known == null ? otherwise.orElse("") : known);
        }
      }
    }
    return out.toString();
  }
}
