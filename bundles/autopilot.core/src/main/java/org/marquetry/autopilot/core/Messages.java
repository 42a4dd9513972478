package org.marquetry.autopilot.core;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/// The report's texts: `report_zh.properties` and `report_en.properties`, numbers written as each language writes them.
final class Messages {
  private static final Map<String, Locale> LOCALES =
      Map.of("zh", Locale.SIMPLIFIED_CHINESE, "en", Locale.US);

  private final Map<String, Properties> texts =
      LOCALES.keySet().stream().collect(Collectors.toMap(l -> l, Messages::load));

  /// Fill a text in both languages.
  ///
  /// @throws IllegalArgumentException if a language lacks the key
  Text text(String key, Object... arguments) {
    return new Text(fill("zh", key, arguments), fill("en", key, arguments));
  }

  /// Every key of one language; for the test that both have the same.
  java.util.Set<String> keys(String language) {
    return texts.get(language).stringPropertyNames();
  }

  private String fill(String language, String key, Object... arguments) {
    String pattern = texts.get(language).getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text '" + key + "' in " + language);
    }
    Object[] inLanguage = arguments.clone();
    for (int i = 0; i < inLanguage.length; i++) {
      if (inLanguage[i] instanceof Text t) {
        inLanguage[i] = language.equals("zh") ? t.zh() : t.en();
      }
    }
    return new MessageFormat(pattern, LOCALES.get(language)).format(inLanguage);
  }

  private static Properties load(String language) {
    Properties p = new Properties();
    String name = "report_" + language + ".properties";
    try (var in = Messages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is missing from the bundle");
      }
      p.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return p;
  }
}
