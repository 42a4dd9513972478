package org.marquetry.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.marquetry.data.api.CatalogueQuery.By;
import org.marquetry.data.api.CatalogueQuery.Stock;
import org.marquetry.data.api.ImportState;
import org.marquetry.data.api.PictureRefused;

class TextsTest {
  private final DataTexts texts = new DataTexts();

  @Test
  void bothLanguagesHaveTheSameKeys() throws IOException {
    assertEquals(keys("texts_en.properties"), keys("texts_zh.properties"));
  }

  @Test
  void whatTheServicesNameHasItsWords() {
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
      for (By by : By.values()) {
        assertTrue(texts.text("data.column." + CatalogueState.word(by), locale).isPresent());
      }
      for (Stock stock : Stock.values()) {
        assertTrue(texts.text("data.stock." + CatalogueState.word(stock), locale).isPresent());
      }
      for (PictureRefused.Reason reason : PictureRefused.Reason.values()) {
        assertTrue(texts.text(PictureUploads.key(reason), locale).isPresent(), reason.name());
      }
      for (ImportState state : ImportState.values()) {
        String key = "data.state." + CatalogueState.word(state);
        assertTrue(texts.text(key, locale).isPresent(), key);
      }
    }
  }

  private static Set<String> keys(String file) throws IOException {
    Properties properties = new Properties();
    try (var in = Objects.requireNonNull(DataTexts.class.getResourceAsStream(file))) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return properties.stringPropertyNames();
  }
}
