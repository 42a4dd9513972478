package org.marquetry.ui.profile;

import java.util.Locale;
import org.marquetry.shop.api.Words;

/// Texts of services in the language of the page.
final class SegmentTexts {
  private SegmentTexts() {}

  static String say(Words words, Locale locale) {
    return locale.getLanguage().equals("zh") ? words.zh() : words.en();
  }

  /// As it stands at the begin of a line.
  static String begin(Words words, Locale locale) {
    String text = say(words, locale);
    return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(locale) + text.substring(1);
  }
}
