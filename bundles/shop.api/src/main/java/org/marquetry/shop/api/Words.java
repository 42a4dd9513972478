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

  /// The text in a language; any but Chinese is English.
  public String in(Locale locale) {
    return locale.getLanguage().equals("zh") ? zh : en;
  }
}
