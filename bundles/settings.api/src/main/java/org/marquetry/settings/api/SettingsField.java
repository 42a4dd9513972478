package org.marquetry.settings.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.marquetry.shop.api.Words;

/// One value that can be set.
///
/// @param key its name in the component's configuration
/// @param name what people call it
/// @param description what it does; may be empty
/// @param many whether it has any number of values
/// @param min the least number, or the least length of a text
/// @param max the largest number, or the largest length of a text
/// @param choices the only values that are allowed; empty: any
/// @param usual the default
/// @param value what counts now; of a secret only where it stands, when it is not kept here
/// @param changed whether it was set; otherwise its default counts
/// @param problem why the component does not get it, such as a secret whose file is gone
public record SettingsField(
    String key,
    String name,
    String description,
    Kind kind,
    boolean many,
    Optional<BigDecimal> min,
    Optional<BigDecimal> max,
    List<Choice> choices,
    List<String> usual,
    List<String> value,
    boolean changed,
    Optional<Words> problem) {
  /// Copy the lists.
  public SettingsField {
    choices = List.copyOf(choices);
    usual = List.copyOf(usual);
    value = List.copyOf(value);
  }

  /// What a value is.
  public enum Kind {
    TEXT,
    WHOLE,
    NUMBER,
    BOOLEAN,
    SECRET
  }

  /// An allowed value.
  ///
  /// @param label what people call it
  public record Choice(String value, String label) {}
}
