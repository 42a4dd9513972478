package org.marquetry.ui.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.marquetry.sandbox.api.SampleShopState.Phase;

class SystemTextsTest {
  private final SystemTexts texts = new SystemTexts();

  @Test
  void everyPhaseHasItsWordsInBothLanguages() {
    for (Phase phase : Phase.values()) {
      String key = "system.sample." + phase.name().toLowerCase(Locale.ROOT);
      assertTrue(texts.text(key, Locale.ENGLISH).isPresent(), key);
      assertTrue(texts.text(key, Locale.CHINESE).isPresent(), key);
    }
    assertEquals("示例商店", texts.text("system.sample", Locale.CHINESE).orElseThrow());
  }
}
