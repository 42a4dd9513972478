package org.marquetry.ui.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.marquetry.profile.api.CustomerPage.By;

class TextsTest {
  private final ProfileTexts texts = new ProfileTexts();

  @Test
  void bothLanguagesHaveTheSameKeys() throws IOException {
    assertEquals(keys("texts_en.properties"), keys("texts_zh.properties"));
  }

  @Test
  void everyTraitThatOpensHasItsRuleAndEveryOrderItsColumn() {
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
      KnownCustomer.TILES.forEach(
          t -> assertTrue(texts.text("profile.rule." + t.id(), locale).isPresent(), t.id()));
      for (By by : By.values()) {
        String key = "profile.column." + by.name().toLowerCase(Locale.ROOT);
        assertTrue(texts.text(key, locale).isPresent(), key);
      }
    }
  }

  private static java.util.Set<String> keys(String file) throws IOException {
    Properties properties = new Properties();
    try (var in = Objects.requireNonNull(ProfileTexts.class.getResourceAsStream(file))) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return properties.stringPropertyNames();
  }
}
