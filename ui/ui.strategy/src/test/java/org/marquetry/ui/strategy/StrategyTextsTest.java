package org.marquetry.ui.strategy;

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
import org.marquetry.campaign.api.ContactAnswer;
import org.marquetry.campaign.api.Disposition;

class StrategyTextsTest {
  private final StrategyTexts texts = new StrategyTexts();

  @Test
  void bothLanguagesHaveTheSameKeys() throws IOException {
    assertEquals(keys("texts_en.properties"), keys("texts_zh.properties"));
  }

  @Test
  void everyRuleAndEveryPartOfTheSumHasItsWords() {
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
      for (ContactAnswer.Rule rule : ContactAnswer.Rule.values()) {
        assertTrue(RuleWords.KNOWN.contains(rule.code()), rule.code());
      }
      RuleWords.KNOWN.forEach(
          code -> assertTrue(texts.text("strategy.rule." + code, locale).isPresent(), code));
      for (Disposition part : Disposition.values()) {
        assertTrue(texts.text("strategy.part." + CampaignsView.word(part), locale).isPresent());
      }
    }
  }

  private static Set<String> keys(String file) throws IOException {
    Properties properties = new Properties();
    try (var in = Objects.requireNonNull(StrategyTexts.class.getResourceAsStream(file))) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return properties.stringPropertyNames();
  }
}
