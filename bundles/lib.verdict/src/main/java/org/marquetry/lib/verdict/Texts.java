package org.marquetry.lib.verdict;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// The sentences of one language.
final class Texts {
  private final Properties patterns = new Properties();
  private final Locale language;

  Texts(Locale language) {
    this.language = language;
    String name = language.getLanguage().equals("zh") ? "verdict_zh" : "verdict_en";
    try (var in =
        Objects.requireNonNull(Texts.class.getResourceAsStream(name + ".properties"), name)) {
      patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String say(String key, Object... values) {
    String pattern = patterns.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("there is no text " + key);
    }
    return new MessageFormat(pattern, language).format(values);
  }
}
