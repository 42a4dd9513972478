package org.marquetry.channel.preferences;

import java.util.List;
import java.util.Locale;
import org.marquetry.platform.api.http.OpenRequest;

/// Which of the two languages a reader gets.
final class Languages {
  private static final List<Locale> OURS = List.of(Locale.ENGLISH, Locale.CHINESE);

  private Languages() {}

  /// What the address says, else the browser's first that we have, else English.
  static Locale of(OpenRequest request) {
    String wanted = request.query("lang").or(() -> request.header("Accept-Language")).orElse("en");
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(wanted), OURS);
      return best == null ? Locale.ENGLISH : best;
    } catch (IllegalArgumentException notALanguage) {
      return Locale.ENGLISH;
    }
  }
}
