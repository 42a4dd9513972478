package org.marquetry.lib.metatype;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// One value that can be configured.
///
/// @param id its key
/// @param type `String`, `Integer`, `Boolean`, `Password`, ... as the document says
/// @param cardinality 0: one value; above: an array; below: a list
/// @param usual the default as it stands in the document, several separated by commas
/// @param options the only values that are allowed; empty: any
public record Attribute(
    String id,
    String type,
    String name,
    String description,
    int cardinality,
    Optional<String> usual,
    Optional<String> min,
    Optional<String> max,
    List<Option> options) {
  private static final Set<String> WHOLE = Set.of("Integer", "Long", "Short", "Byte");
  private static final Set<String> FRACTION = Set.of("Double", "Float");

  /// Copy the list.
  public Attribute {
    options = List.copyOf(options);
  }

  /// One of the allowed values.
  ///
  /// @param label what people call it; empty: the value itself
  public record Option(String value, String label) {}

  public boolean isMany() {
    return cardinality != 0;
  }

  public boolean isSecret() {
    return type.equals("Password");
  }

  public boolean isBoolean() {
    return type.equals("Boolean");
  }

  public boolean isWhole() {
    return WHOLE.contains(type);
  }

  public boolean isNumber() {
    return isWhole() || FRACTION.contains(type);
  }

  /// The default, value by value.
  public List<String> defaults() {
    String text = usual.orElse("");
    return isMany() ? split(text) : text.isEmpty() ? List.of() : List.of(unescaped(text));
  }

  Attribute with(UnaryOperator<String> text) {
    return new Attribute(
        id,
        type,
        Definition.told(name, text),
        Definition.told(description, text),
        cardinality,
        usual,
        min,
        max,
        options.stream()
            .map(o -> new Option(o.value(), Definition.told(o.label(), text)))
            .toList());
  }

  /// Values separated by commas; blanks around a value do not count, a backslash keeps the sign
  /// behind it.
  private static List<String> split(String text) {
    List<String> values = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && text.charAt(i) == '\\') {
        i++;
      } else if (i == text.length() || text.charAt(i) == ',') {
        String value = unescaped(text.substring(from, i));
        if (!value.isEmpty()) {
          values.add(value);
        }
        from = i + 1;
      }
    }
    return values;
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    int kept = 0; // up to here a backslash says that blanks count
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        plain.append(text.charAt(++i));
        kept = plain.length();
      } else if (!Character.isWhitespace(c) || !plain.isEmpty()) {
        plain.append(c);
      }
    }
    while (plain.length() > kept && Character.isWhitespace(plain.charAt(plain.length() - 1))) {
      plain.setLength(plain.length() - 1);
    }
    return plain.toString();
  }
}
