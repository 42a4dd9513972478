package org.marquetry.ui.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.marquetry.profile.api.CustomerEvent;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.OrderId;

class EvidenceTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  /// Two lines of one order, one of them just after midnight in Shanghai; a later order, cancelled;
  /// a last one, half of it returned, and a line paid in dollars.
  private final Evidence evidence =
      new Evidence(
          List.of(
              line("1", "2026-11-01T15:59:00Z", "a", 1_000, 1_000, "CNY"),
              line("2", "2026-11-01T16:01:00Z", "a", 500, 500, "CNY"),
              line("3", "2026-11-10T02:00:00Z", "b", 9_900, 0, "CNY"),
              line("4", "2026-11-20T02:00:00Z", "c", 800, 300, "CNY"),
              line("5", "2026-11-20T02:00:00Z", "c", 70, 70, "USD"),
              returned("6", "2026-11-22T02:00:00Z", "c", 500)),
          Optional.of("CNY"),
          SHANGHAI);

  @Test
  void sumsCountWhatWasKeptInTheShopsCurrency() {
    assertEquals(new Money(1_800, "CNY"), value(Traits.NET_REVENUE));
    assertEquals(2.0, value(Traits.ORDERS));
    assertEquals(new Money(900, "CNY"), value(Traits.AVERAGE_ORDER));
  }

  @Test
  void daysAreTheShopsAndAnOrderHasOne() {
    assertEquals(2.0, value(Traits.FREQUENCY));
    assertEquals(LocalDate.of(2026, 11, 1), value(Traits.FIRST_ORDER));
    assertEquals(LocalDate.of(2026, 11, 20), value(Traits.LAST_ORDER));
    assertEquals(4.0, value(Traits.RECENCY_DAYS));
    assertEquals(2.0, value(Traits.QUIET_DAYS));
  }

  @Test
  void withoutAmountsTheSumIsNotKnown() {
    Evidence silent =
        new Evidence(
            List.of(event("1", "ordered", "2026-11-01T00:00:00Z", "a", Optional.empty(), null)),
            Optional.empty(),
            SHANGHAI);
    assertEquals(Optional.empty(), silent.value(Traits.NET_REVENUE, TODAY));
    assertEquals(
        Optional.of(TraitValue.number(Traits.ORDERS, 1)), silent.value(Traits.ORDERS, TODAY));
  }

  private Object value(Trait trait) {
    return evidence.value(trait, TODAY).orElseThrow().value();
  }

  private static CustomerEvent line(
      String id, String at, String order, long paid, long counted, String currency) {
    return event(
        id,
        "ordered",
        at,
        order,
        Optional.of(new Money(paid, currency)),
        new Money(counted, currency));
  }

  private static CustomerEvent returned(String id, String at, String order, long minor) {
    return event(id, "returned", at, order, Optional.of(new Money(minor, "CNY")), null);
  }

  private static CustomerEvent event(
      String id,
      String type,
      String at,
      String order,
      Optional<Money> amount,
      @org.jspecify.annotations.Nullable Money counted) {
    return new CustomerEvent(
        id,
        type,
        Instant.parse(at),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new OrderId(order)),
        OptionalDouble.empty(),
        amount,
        Optional.ofNullable(counted),
        Optional.empty(),
        Map.of());
  }
}
