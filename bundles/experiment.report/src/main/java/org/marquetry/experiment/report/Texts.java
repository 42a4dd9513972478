package org.marquetry.experiment.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// What the pages say beside the results, in one language.
final class Texts {
  private final Properties patterns = new Properties();
  private final Locale language;

  Texts(Locale language) {
    this.language = language;
    String name = language.getLanguage().equals("zh") ? "report_zh" : "report_en";
    try (var in =
        Objects.requireNonNull(Texts.class.getResourceAsStream(name + ".properties"), name)) {
      patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String say(String key, Object... values) {
    String pattern = Objects.requireNonNull(patterns.getProperty(key), key);
    return new MessageFormat(pattern, language).format(values);
  }
}
