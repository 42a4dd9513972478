package org.marquetry.lib.feature;

import org.marquetry.lib.json.JsonException;

/// A feature or a repository that cannot be used; the message says what, where and, where it helps,
/// what to do. People read it in both languages.
public final class FeatureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String zh;

  /// Create the error.
  ///
  /// @param zh in simplified Chinese
  /// @param en in English, which is the message
  public FeatureException(String zh, String en) {
    super(en);
    this.zh = zh;
  }

  /// Create the error with its cause.
  ///
  /// @param zh in simplified Chinese
  /// @param en in English, which is the message
  public FeatureException(String zh, String en, Throwable cause) {
    super(en, cause);
    this.zh = zh;
  }

  /// What is wrong, in simplified Chinese.
  public String zh() {
    return zh;
  }

  /// What an exception says in simplified Chinese; what it says otherwise, where it speaks one
  /// language only.
  public static String zh(Throwable thrown) {
    return switch (thrown) {
      case FeatureException e -> e.zh();
      case InvalidValue e -> e.zh();
      case JsonException e -> e.zh();
      default -> String.valueOf(thrown.getMessage());
    };
  }

  /// A file that is no JSON, or not what it should hold.
  ///
  /// @param file how it is named
  public static FeatureException at(String file, JsonException e) {
    return new FeatureException(
        file + " 第 " + e.line() + " 行第 " + e.column() + " 列：" + e.zh(),
        file + ", line " + e.line() + ", column " + e.column() + ": " + e.getMessage(),
        e);
  }
}
