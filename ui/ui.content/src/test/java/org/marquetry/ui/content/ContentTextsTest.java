package org.marquetry.ui.content;

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
import org.marquetry.search.api.HitReason;
import org.marquetry.search.api.MatchKind;

class ContentTextsTest {
  private final ContentTexts texts = new ContentTexts();

  @Test
  void bothLanguagesHaveTheSameKeys() throws IOException {
    assertEquals(keys("texts_en.properties"), keys("texts_zh.properties"));
  }

  @Test
  void everyReasonHasItsWords() {
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
      for (MatchKind kind : MatchKind.values()) {
        assertTrue(texts.text("content.kind." + ReasonWords.key(kind), locale).isPresent());
      }
      for (HitReason.Part part : HitReason.Part.values()) {
        assertTrue(texts.text("content.part." + ReasonWords.key(part), locale).isPresent());
      }
    }
  }

  private static Set<String> keys(String file) throws IOException {
    Properties properties = new Properties();
    try (var in = Objects.requireNonNull(ContentTexts.class.getResourceAsStream(file))) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return properties.stringPropertyNames();
  }
}
