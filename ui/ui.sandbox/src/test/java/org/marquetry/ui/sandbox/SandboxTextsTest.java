package org.marquetry.ui.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SandboxTextsTest {
  private static Properties read(String language) throws IOException {
    Properties texts = new Properties();
    String file = "texts_" + language + ".properties";
    try (var in = SandboxTexts.class.getResourceAsStream(file)) {
      texts.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
    }
    return texts;
  }

  @Test
  void everyTextIsThereInBothLanguages() throws IOException {
    assertEquals(read("en").keySet(), read("zh").keySet());
    SandboxTexts texts = new SandboxTexts();
    for (String key : read("en").stringPropertyNames()) {
      assertTrue(texts.text(key, Locale.CHINESE).isPresent(), key);
    }
  }
}
