package org.marquetry.shop.api;

import java.util.Locale;

/// One text in both languages of the suite.
///
/// @param zh simplified Chinese, not blank
/// @param en English, not blank
public record Words(String zh, String en) {
  public Words {
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException(
          "both languages must be given, got '" + zh + "', '" + en + "'");
    }
  }

  /// What somebody reports in English only; the Chinese text says that it is one.
  public static Words reported(String english) {
    return new Words("报告（英文）：" + english, english);
  }

  /// What an exception says: its words when it is [Worded], else its message as a report.
  public static Words of(Throwable thrown) {
    if (thrown instanceof Worded worded) {
      return worded.words();
    }
    String message = thrown.getMessage();
    return reported(message == null || message.isBlank() ? thrown.getClass().getName() : message);
  }

  /// The text in a language; any but Chinese is English.
  public String in(Locale locale) {
    return locale.getLanguage().equals("zh") ? zh : en;
  }
}
