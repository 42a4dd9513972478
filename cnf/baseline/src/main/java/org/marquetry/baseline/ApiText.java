package org.marquetry.baseline;

import aQute.bnd.service.diff.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// The API as text, a package, type or member a line; what a member is stands behind it. A type of
/// the same package begins with a dot, one of `java.lang` has its name alone.
final class ApiText {
  private static final String BESIDE = " ; ";
  private static final String INDENT = "  ";

  private ApiText() {}

  static String write(ApiNode api) {
    StringBuilder text = new StringBuilder();
    for (ApiNode node : api.children()) write(node, "", new Names(node.name()), text);
    return text.toString();
  }

  private static void write(ApiNode node, String indent, Names names, StringBuilder text) {
    text.append(indent).append(word(node, names));
    for (ApiNode child : node.children()) {
      if (isBeside(child)) text.append(BESIDE).append(word(child, names));
    }
    text.append('\n');
    for (ApiNode child : node.children()) {
      if (!isBeside(child)) write(child, indent + INDENT, names, text);
    }
  }

  private static boolean isBeside(ApiNode node) {
    return switch (node.type()) {
      case PACKAGE, CLASS, INTERFACE, ANNOTATION, ENUM, METHOD, FIELD -> false;
      default -> true;
    };
  }

  private static String word(ApiNode node, Names names) {
    return node.type().name().toLowerCase(Locale.ROOT)
        + " "
        + names.brief(node.type(), node.name());
  }

  /// Read what [#write] wrote.
  ///
  /// @throws IllegalArgumentException if a line cannot be understood; it says which
  static ApiNode read(String text) {
    Deque<Open> open = new ArrayDeque<>();
    open.push(new Open(Type.API, "<api>", new ArrayList<>()));
    Names names = new Names("");
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      int depth = 0;
      while (line.startsWith(INDENT, depth * INDENT.length())) depth++;
      while (open.size() > depth + 1) close(open);
      String[] words = line.strip().split(BESIDE, -1);
      try {
        if (depth == 0) names = new Names(words[0].substring(words[0].indexOf(' ') + 1));
        Open made = Open.of(words[0], names);
        for (int i = 1; i < words.length; i++) made.children().add(Open.of(words[i], names).node());
        open.push(made);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
      }
    }
    while (open.size() > 1) close(open);
    return open.pop().node();
  }

  private static void close(Deque<Open> open) {
    ApiNode done = open.pop().node();
    open.element().children().add(done);
  }

  private record Open(Type type, String name, List<ApiNode> children) {
    static Open of(String word, Names names) {
      String[] parts = word.split(" ", 2);
      if (parts.length < 2) throw new IllegalArgumentException("no name in \"" + word + "\"");
      Type type = Type.valueOf(parts[0].toUpperCase(Locale.ROOT));
      return new Open(type, names.whole(type, parts[1]), new ArrayList<>());
    }

    ApiNode node() {
      return new ApiNode(type, name, children);
    }
  }
}
