package org.marquetry.autopilot.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private final Messages messages = new Messages();

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertEquals(new TreeSet<>(messages.keys("en")), new TreeSet<>(messages.keys("zh")));
  }

  @Test
  void argumentsStandInTheReadersLanguage() {
    Text text = messages.text("placement.chosen", new Text("平实", "plain"));
    assertEquals("Probability of \"plain\"", text.en());
    assertEquals("“平实”的概率", text.zh());
  }

  @Test
  void missingTextIsAnError() {
    assertThrows(IllegalArgumentException.class, () -> messages.text("no.such.text"));
  }

  @Test
  void everyTextFillsInBothLanguages() {
    for (String key : messages.keys("en")) {
      messages.text(key, 1, 2, 3, 4, 5, 6, 7);
    }
  }
}
