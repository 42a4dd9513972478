package org.marquetry.baseline;

import aQute.bnd.service.diff.Type;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names as they stand in the text of one package.
record Names(String packageName) {
  private static final String LANG = "java.lang.";
  private static final Pattern BRIEF = Pattern.compile("(?<![\\w.$])(\\.?)([A-Z][\\w$]*)");

  String brief(Type type, String name) {
    if (!holdsTypes(type)) return escaped(name);
    int from = typesFrom(type, name);
    Pattern own =
        Pattern.compile(
            "(?<![\\w.$])(?:"
                + Pattern.quote(packageName)
                + "(\\.)|java\\.lang\\.)(?=[A-Z][\\w$]*(?![\\w.$]))");
    return name.substring(0, from)
        + own.matcher(name.substring(from)).replaceAll(m -> m.group(1) == null ? "" : ".");
  }

  String whole(Type type, String brief) {
    if (!holdsTypes(type)) return plain(brief);
    int from = typesFrom(type, brief);
    return brief.substring(0, from)
        + BRIEF
            .matcher(brief.substring(from))
            .replaceAll(m ->
                Matcher.quoteReplacement(
                    (m.group(1).isEmpty() ? LANG : packageName + ".") + m.group(2)));
  }

  private static boolean holdsTypes(Type type) {
    return switch (type) {
      case CLASS, INTERFACE, ANNOTATION, ENUM, EXTENDS, IMPLEMENTS, RETURN, PROPERTY, METHOD ->
          true;
      default -> false;
    };
  }

  /// A method's own name is no type.
  private static int typesFrom(Type type, String name) {
    return type == Type.METHOD ? name.indexOf('(') : 0;
  }

  private static String escaped(String name) {
    return name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace(";", "\\s");
  }

  private static String plain(String escaped) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char next = escaped.charAt(++i);
      text.append(
          switch (next) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 's' -> ';';
            default -> next;
          });
    }
    return text.toString();
  }
}
