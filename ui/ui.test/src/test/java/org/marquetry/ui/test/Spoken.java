package org.marquetry.ui.test;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/// All texts of the pages in one language, from the sources.
final class Spoken {
  private final Properties texts = new Properties();
  private final Locale locale;

  /// @param language of a browser, for example `zh-CN`
  Spoken(String language) throws IOException {
    locale = Locale.forLanguageTag(language);
    String file = "texts_" + locale.getLanguage() + ".properties";
    try (Stream<Path> files = Files.walk(Path.of(".."), 12)) {
      files.filter(f -> f.endsWith(file) && f.toString().contains("src")).forEach(this::load);
    }
  }

  private void load(Path file) {
    try (var in = Files.newInputStream(file)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isChinese() {
    return locale.getLanguage().equals("zh");
  }

  String text(String key, Object... values) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new AssertionError("no text " + key);
    }
    return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
  }
}
