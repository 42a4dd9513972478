package org.marquetry.ui.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.marquetry.insight.api.Figure;

class MeasurementTextsTest {
  private final MeasurementTexts texts = new MeasurementTexts();

  @Test
  void bothLanguagesHaveTheSameKeys() throws IOException {
    assertEquals(keys("texts_en.properties"), keys("texts_zh.properties"));
  }

  @Test
  void everyFigureHasItsNameDefinitionAndAddress() {
    for (Figure figure : Figure.values()) {
      String word = FigureWords.word(figure);
      assertEquals(Optional.of(figure), FigureWords.read(word));
      for (String key : new String[] {"figure.", "definition."}) {
        assertTrue(texts.text("measurement." + key + word, Locale.ENGLISH).isPresent(), word);
      }
    }
    assertEquals(Optional.empty(), FigureWords.read("shoe-size"));
  }

  private static Set<String> keys(String file) throws IOException {
    Properties properties = new Properties();
    try (var in = Objects.requireNonNull(MeasurementTexts.class.getResourceAsStream(file))) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return properties.stringPropertyNames();
  }
}
