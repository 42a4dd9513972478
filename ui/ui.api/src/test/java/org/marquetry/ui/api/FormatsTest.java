package org.marquetry.ui.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.marquetry.shop.api.Money;

class FormatsTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant LATE = Instant.parse("2026-11-23T17:05:00Z");

  private final Formats english = new Formats(Locale.ENGLISH, SHANGHAI);
  private final Formats chinese = new Formats(Locale.SIMPLIFIED_CHINESE, SHANGHAI);

  @Test
  void moneyHasTheDigitsOfItsCurrency() {
    assertEquals("CN¥1,234.50", english.money(new Money(123_450, "CNY")));
    assertEquals("¥1,234.50", chinese.money(new Money(123_450, "CNY")));
    assertEquals("¥1,234", english.money(new Money(1_234, "JPY")));
    assertEquals("-CN¥0.05", english.money(new Money(-5, "CNY")));
  }

  @Test
  void timesAreTheShops() {
    assertEquals("Nov 24, 2026 01:05", english.dateTime(LATE));
    assertEquals("2026年11月24日 01:05", chinese.dateTime(LATE));
    assertEquals("01:05", english.time(LATE));
    assertEquals("Nov 11, 2026", english.date(LocalDate.of(2026, 11, 11)));
  }

  @Test
  void numbersAreGrouped() {
    assertEquals("1,000,000", english.number(1_000_000));
    assertEquals("2.33", english.number(7 / 3.0));
    assertEquals("12%", english.percent(0.12));
  }
}
