package com.example.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SampleTest {
  @Test
  void bothLanguagesHaveTheSameTexts() throws IOException {
    assertEquals(keys("texts_en.properties"), keys("texts_zh.properties"));
  }

  @Test
  void aNoteHasACustomerAndWords() {
    assertThrows(IllegalArgumentException.class, () -> note("", "likes tea"));
    assertThrows(IllegalArgumentException.class, () -> note("c1", " "));
    assertThrows(IllegalArgumentException.class, () -> note("c1", "x".repeat(SampleNote.MOST + 1)));
    assertEquals("likes tea", note("c1", "likes tea").words());
  }

  private static SampleNote note(String customer, String words) {
    return new SampleNote(1, customer, words, Instant.EPOCH);
  }

  private static Object keys(String file) throws IOException {
    Properties texts = new Properties();
    try (var in = Objects.requireNonNull(SampleTest.class.getResourceAsStream(file))) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return texts.stringPropertyNames();
  }
}
