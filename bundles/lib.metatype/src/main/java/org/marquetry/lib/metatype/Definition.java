package org.marquetry.lib.metatype;

import java.util.List;
import java.util.function.UnaryOperator;

/// What can be configured of one component.
///
/// @param pid of its configuration; of the factory where there can be several
/// @param localization where its texts stand: a resource without language and ending
public record Definition(
    String pid,
    boolean factory,
    String name,
    String description,
    List<Attribute> attributes,
    String localization) {
  /// Copy the list.
  public Definition {
    attributes = List.copyOf(attributes);
  }

  /// The same with its texts put in the place of their keys (`%key`).
  ///
  /// @param text the text of a key
  public Definition with(UnaryOperator<String> text) {
    return new Definition(
        pid,
        factory,
        told(name, text),
        told(description, text),
        attributes.stream().map(a -> a.with(text)).toList(),
        localization);
  }

  static String told(String words, UnaryOperator<String> text) {
    return words.startsWith("%") ? text.apply(words.substring(1)) : words;
  }
}
