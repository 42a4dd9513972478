package org.marquetry.copy.grammar;

import java.time.LocalDate;
import java.util.List;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.FactNames;
import org.marquetry.shop.api.Money;

/// Facts for tests: all that a grammar may use, in one language.
final class TestFacts {
  private TestFacts() {}

  static List<Fact> english() {
    return List.of(
        Fact.text(FactNames.PRODUCT_TITLE, "Cordless Drill 18-Volt, with Two Batteries", "t"),
        Fact.text(FactNames.PRODUCT_BRAND, "Makita", "t"),
        Fact.text(FactNames.PRODUCT_CATEGORY, "POWER TOOLS", "t"),
        Fact.money(FactNames.PRODUCT_PRICE, new Money(119900, "USD"), "t"),
        Fact.money(FactNames.PRODUCT_WAS, new Money(129950, "USD"), "t"),
        Fact.text(FactNames.REASON_PRODUCT, "Impact Driver", "t"),
        Fact.text(FactNames.AUDIENCE_CATEGORY, "Tools", "t"),
        Fact.text(FactNames.CUSTOMER_NAME, "Ann", "t"),
        Fact.count(FactNames.CUSTOMER_ORDERS, 7, "t"),
        Fact.count(FactNames.CUSTOMER_DAYS_SINCE_LAST_ORDER, 97, "t"),
        Fact.percent(FactNames.OFFER_PERCENT, 15, "t"),
        Fact.text(FactNames.OFFER_CODE, "BACK15", "t"),
        Fact.day(FactNames.OFFER_ENDS, LocalDate.of(2026, 3, 5), "t"),
        Fact.text(FactNames.SHOP_NAME, "Toolbox", "t"));
  }

  static List<Fact> chinese() {
    return List.of(
        Fact.text(FactNames.PRODUCT_TITLE, "红色连衣裙（夏季）", "t"),
        Fact.text(FactNames.PRODUCT_BRAND, "晨光", "t"),
        Fact.text(FactNames.PRODUCT_CATEGORY, "女装", "t"),
        Fact.money(FactNames.PRODUCT_PRICE, new Money(29900, "CNY"), "t"),
        Fact.text(FactNames.REASON_PRODUCT, "草编包", "t"),
        Fact.text(FactNames.AUDIENCE_CATEGORY, "女装", "t"),
        Fact.count(FactNames.CUSTOMER_ORDERS, 2, "t"),
        Fact.count(FactNames.CUSTOMER_DAYS_SINCE_LAST_ORDER, 97, "t"),
        Fact.percent(FactNames.OFFER_PERCENT, 15, "t"),
        Fact.day(FactNames.OFFER_ENDS, LocalDate.of(2026, 3, 5), "t"),
        Fact.text(FactNames.SHOP_NAME, "晨光小店", "t"));
  }
}
