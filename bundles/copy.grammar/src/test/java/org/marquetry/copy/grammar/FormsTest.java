package org.marquetry.copy.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marquetry.copy.api.CopyLanguage;
import org.marquetry.copy.api.FactValue;
import org.marquetry.shop.api.Money;

class FormsTest {
  private final ValueForms en = new ValueForms(CopyLanguage.EN);
  private final ValueForms zh = new ValueForms(CopyLanguage.ZH);

  private static Format format(Format.Kind kind, String argument) {
    return new Format(kind, argument);
  }

  @ParameterizedTest
  @CsvSource({
    "apple, an apple",
    "banana, a banana",
    "hour, an hour",
    "unit, a unit",
    "umbrella, an umbrella",
    "user, a user",
    "European, a European",
    "LED lamp, an LED lamp",
    "UV filter, a UV filter",
    "8-inch pan, an 8-inch pan",
    "one-way valve, a one-way valve",
    "honest gift, an honest gift"
  })
  void articlesFollowTheSound(String noun, String expected) {
    assertEquals(expected, English.withArticle(noun));
  }

  @Test
  void countsHaveTheirNounsAndMeasureWords() {
    assertEquals(
        "1 order", en.of(new FactValue.Count(1), format(Format.Kind.COUNTED, "order/orders")));
    assertEquals(
        "1,200 orders",
        en.of(new FactValue.Count(1200), format(Format.Kind.COUNTED, "order/orders")));
    assertEquals("两次", zh.of(new FactValue.Count(2), format(Format.Kind.COUNTED, "次")));
    assertEquals("12次", zh.of(new FactValue.Count(12), format(Format.Kind.COUNTED, "次")));
    assertEquals("3 months", en.of(new FactValue.Count(97), format(Format.Kind.SPAN, "")));
    assertEquals("两个月", zh.of(new FactValue.Count(60), format(Format.Kind.SPAN, "")));
  }

  @Test
  void moneyPercentAndDaysFollowTheLanguage() {
    assertEquals("$1,299.50", en.of(new FactValue.Amount(new Money(129950, "USD")), Format.AS_IS));
    assertEquals("1299.50元", zh.of(new FactValue.Amount(new Money(129950, "CNY")), Format.AS_IS));
    assertEquals("¥500", en.of(new FactValue.Amount(new Money(500, "JPY")), Format.AS_IS));
    assertEquals("15%", en.of(new FactValue.Percent(15), Format.AS_IS));
    assertEquals("8.5折", zh.of(new FactValue.Percent(15), format(Format.Kind.ZHE, "")));
    assertEquals("8折", zh.of(new FactValue.Percent(20), format(Format.Kind.ZHE, "")));
    assertEquals("March 5", en.of(new FactValue.Day(LocalDate.of(2026, 3, 5)), Format.AS_IS));
    assertEquals("3月5日", zh.of(new FactValue.Day(LocalDate.of(2026, 3, 5)), Format.AS_IS));
  }

  @Test
  void shoutedNamesAreCalmed() {
    assertEquals("Frzn Ice", English.name("FRZN ICE"));
    assertEquals("spices & seasonings", English.lower("SPICES & SEASONINGS"));
    assertEquals("iPhone 15", English.name("iPhone 15"));
    assertEquals("IKEA", English.name("IKEA"));
  }

  @Test
  void aTextHasOneStopAndBlanksBetweenScripts() {
    TextSetter zhText = new TextSetter(CopyLanguage.ZH, false);
    zhText.literal("看看");
    zhText.value("Makita", "f", false);
    zhText.literal("吧\n好");
    assertEquals("看看 Makita 吧 好", zhText.text());
    TextSetter enText = new TextSetter(CopyLanguage.EN, true);
    enText.value("tools", "f", true);
    enText.literal(" by ");
    enText.value("Yahoo!", "g", false);
    enText.literal(". next");
    assertEquals("Tools by Yahoo! Next", enText.text());
  }
}
