package org.marquetry.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marquetry.data.api.ProductDetail.PriceChange;
import org.marquetry.shop.api.Money;
import tools.jackson.databind.JsonNode;

class ProductPricesTest {
  @Test
  void pricesAreStepsInMajorUnits() {
    Instant at = Instant.parse("2026-11-01T00:00:00Z");
    JsonNode option =
        ProductPrices.option(
            List.of(
                new PriceChange(at, new Money(19_900, "CNY")),
                new PriceChange(at.plusSeconds(60), new Money(9_950, "CNY"))),
            "List price");
    JsonNode line = option.path("series").path(0);
    assertEquals("end", line.path("step").asString());
    assertEquals(
        "[[\"2026-11-01T00:00:00Z\",199.00],[\"2026-11-01T00:01:00Z\",99.50]]",
        line.path("data").toString());
    assertEquals("CNY", option.path("yAxis").path("name").asString());
  }
}
