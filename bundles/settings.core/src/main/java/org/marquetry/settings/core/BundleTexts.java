package org.marquetry.settings.core;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The texts of a bundle's settings in one language, as metatype looks for them: in files named
/// after the language, else in the one without.
final class BundleTexts {
  private static final Logger log = LoggerFactory.getLogger(BundleTexts.class);

  private final Properties texts = new Properties();

  /// @param base resource without language and ending, as `OSGI-INF/l10n/sample`
  BundleTexts(Bundle bundle, String base, Locale language) {
    String plain = language.getLanguage();
    for (String suffix : List.of("", "_" + plain, "_" + plain + "_" + language.getCountry())) {
      URL file = bundle.getEntry(base + suffix + ".properties");
      if (file != null) {
        load(file);
      }
    }
  }

  private void load(URL file) {
    try (var in = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
      texts.load(in);
    } catch (IOException e) {
      log.warn("the texts {} cannot be read", file, e);
    }
  }

  /// The text of a key; the key itself when there is none.
  String text(String key) {
    return texts.getProperty(key, key);
  }
}
