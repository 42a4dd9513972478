package org.marquetry.lib.json;

/// A text that is not what was expected, with the place where reading stopped.
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String zh;
  private final int line;
  private final int column;

  /// Create the error; its Chinese text says that it is known in English only.
  ///
  /// @param place where, line and column from 1
  /// @param message what is wrong, without the place
  public JsonException(JsonValue.Place place, String message) {
    this(place, "报告（英文）：" + message, message);
  }

  /// Create the error in both languages.
  ///
  /// @param place where, line and column from 1
  /// @param zh what is wrong, without the place, in simplified Chinese
  /// @param en the same in English, which is the message
  public JsonException(JsonValue.Place place, String zh, String en) {
    super(en);
    this.zh = zh;
    this.line = place.line();
    this.column = place.column();
  }

  /// What is wrong, without the place, in simplified Chinese.
  public String zh() {
    return zh;
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
