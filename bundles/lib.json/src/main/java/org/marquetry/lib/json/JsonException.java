package org.marquetry.lib.json;

/// A text that is not what was expected, with the place where reading stopped.
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int line;
  private final int column;

  /// Create the error.
  ///
  /// @param place where, line and column from 1
  /// @param message what is wrong, without the place
  public JsonException(JsonValue.Place place, String message) {
    super(message);
    this.line = place.line();
    this.column = place.column();
  }

  /// The line, from 1.
  public int line() {
    return line;
  }

  /// The column in characters, from 1.
  public int column() {
    return column;
  }
}
