package org.marquetry.insight.api;

import java.time.Instant;
import java.util.OptionalLong;

/// When people want to be told about a figure.
///
/// @param value in the figure's unit; there unless it is about unusual days
/// @param by id of the actor who saved it
public record FigureAlert(
    String id, Figure figure, When when, OptionalLong value, String by, Instant at) {
  /// When an alert rings.
  public enum When {
    /// The last whole day was unusual, see [Comparison].
    UNUSUAL,
    /// The last whole day came to less than the value.
    BELOW,
    /// The last whole day, or today so far, came to more than the value.
    ABOVE
  }

  public FigureAlert {
    if (value.isPresent() == (when == When.UNUSUAL)) {
      throw new IllegalArgumentException(
          when + (value.isPresent() ? " takes no value" : " needs a value"));
    }
  }
}
