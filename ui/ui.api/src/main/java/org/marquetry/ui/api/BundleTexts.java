package org.marquetry.ui.api;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.osgi.annotation.versioning.ConsumerType;

/// Texts from property files beside the subclass: `texts_en.properties` and `texts_zh.properties`,
/// in UTF-8.
///
/// Reads the files itself: the JDK's resource bundle cache would hold the class loader of a bundle
/// that is gone.
@ConsumerType
public abstract class BundleTexts implements TextContribution {
  private final Properties english = load("texts_en.properties");
  private final Properties chinese = load("texts_zh.properties");

  /// Read both files.
  ///
  /// @throws IllegalStateException if one is missing
  protected BundleTexts() {}

  @Override
  public final Optional<String> text(String key, Locale locale) {
    return Optional.ofNullable(
        (locale.getLanguage().equals("zh") ? chinese : english).getProperty(key));
  }

  private Properties load(String name) {
    Properties texts = new Properties();
    try (var in = getClass().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing beside " + getClass().getName());
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
