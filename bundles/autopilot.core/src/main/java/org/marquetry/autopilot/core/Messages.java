package org.marquetry.autopilot.core;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/// The report's texts: `report_zh.properties` and `report_en.properties`, numbers written as each
/// language writes them.
final class Messages {
  private final Properties chinese = load("zh");
  private final Properties english = load("en");

  /// Fill a text in both languages.
  ///
  /// @throws IllegalArgumentException if a language lacks the key
  Text text(String key, Object... arguments) {
    return new Text(
        fill(chinese, Locale.SIMPLIFIED_CHINESE, key, arguments),
        fill(english, Locale.US, key, arguments));
  }

  /// Every key of one language, `zh` or `en`; for the test that both have the same.
  Set<String> keys(String language) {
    return (language.equals("zh") ? chinese : english).stringPropertyNames();
  }

  private static String fill(Properties texts, Locale locale, String key, Object... arguments) {
    String pattern = texts.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text '" + key + "' in " + locale.toLanguageTag());
    }
    Object[] inLanguage = arguments.clone();
    for (int i = 0; i < inLanguage.length; i++) {
      if (inLanguage[i] instanceof Text t) {
        inLanguage[i] = locale.getLanguage().equals("zh") ? t.zh() : t.en();
      }
    }
    return new MessageFormat(pattern, locale).format(inLanguage);
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
