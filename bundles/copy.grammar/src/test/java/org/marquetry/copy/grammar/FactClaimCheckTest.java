package org.marquetry.copy.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marquetry.copy.api.CopyLanguage;
import org.marquetry.copy.api.UnsupportedClaim.Kind;

class FactClaimCheckTest {
  private final FactClaimCheck check = new FactClaimCheck();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Take 15% off with code BACK15 until March 5.|",
        "Take 20% off with code BACK15.|NUMBER",
        "Take 115% off.|NUMBER",
        "It costs $1,199.|",
        "It costs $119.|NUMBER",
        "7 orders so far.|",
        "7% less.|NUMBER",
        "Two for one.|NUMBER",
        "The best drill.|SUPERLATIVE",
        "Free shipping.|GIFT,DELIVERY",
        "Rated by many.|RATING",
        "Try the Bosch drill.|NAME",
        "The Cordless Drill 18-Volt by Makita.|",
        "Say \"world champion\" to it.|NAME",
        "Just arrived.|NEWNESS",
      })
  void englishClaimsNeedFacts(String text, String kinds) {
    assertEquals(kinds == null ? "" : kinds, kinds(text, CopyLanguage.EN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "为您备好8.5折优惠，3月5日截止。|",
        "全场五折。|NUMBER",
        "全场8折。|NUMBER",
        "售价299元。|",
        "售价99元。|NUMBER",
        "两次相遇。|",
        "三次相遇。|NUMBER",
        "最好的连衣裙。|SUPERLATIVE",
        "最近还好吗？|",
        "包邮到家。|DELIVERY",
        "下单送好礼。|GIFT",
        "热销款。|RATING",
        "配上Gucci的包。|NAME",
        "大家爱说“天下无双”。|NAME",
      })
  void chineseClaimsNeedFacts(String text, String kinds) {
    assertEquals(kinds == null ? "" : kinds, kinds(text, CopyLanguage.ZH));
  }

  private String kinds(String text, CopyLanguage language) {
    var facts = language == CopyLanguage.ZH ? TestFacts.chinese() : TestFacts.english();
    List<String> kinds =
        check.check(text, language, facts).stream()
            .map(c -> c.kind())
            .map(Kind::name)
            .distinct()
            .toList();
    return String.join(",", kinds);
  }
}
