package org.marquetry.lib.verdict;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// Sentences of one language.
public final class Texts {
  private final Properties patterns = new Properties();
  private final Locale language;

  /// Read `NAME_zh.properties` or `NAME_en.properties` beside a class.
  public Texts(Class<?> owner, String name, Locale language) {
    this.language = language;
    String file = name + (language.getLanguage().equals("zh") ? "_zh" : "_en") + ".properties";
    try (var in = Objects.requireNonNull(owner.getResourceAsStream(file), file)) {
      patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Fill a sentence.
  ///
  /// @throws IllegalArgumentException if there is none of this key
  public String say(String key, Object... values) {
    String pattern = patterns.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("there is no text " + key);
    }
    return new MessageFormat(pattern, language).format(values);
  }
}
