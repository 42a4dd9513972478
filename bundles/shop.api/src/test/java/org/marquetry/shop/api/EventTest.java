package org.marquetry.shop.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventTest {
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  @Test
  void partitionFollowsTheCustomerThenTheVisitor() {
    Event.Builder event = Event.builder("e1", EventTypes.VIEWED, NOON);
    assertEquals("e:e1", event.build().partitionKey());
    assertEquals("v:v1", event.visitor(new VisitorId("v1")).build().partitionKey());
    assertEquals("c:c1", event.customer(new CustomerId("c1")).build().partitionKey());
  }

  @Test
  void propertiesAreBoundedTogether() {
    Event.Builder event = Event.builder("e1", EventTypes.VIEWED, NOON);
    event.property("a", "x".repeat(4095));
    assertEquals(1, event.build().properties().size());
    event.property("b", "");
    var e = assertThrows(IllegalArgumentException.class, event::build);
    assertTrue(e.getMessage().contains("4096"), e.getMessage());
  }

  @Test
  void idsRefuseWhatCannotBeAnId() {
    assertThrows(IllegalArgumentException.class, () -> new CustomerId(" "));
    assertThrows(IllegalArgumentException.class, () -> new CustomerId("a\nb"));
    assertThrows(IllegalArgumentException.class, () -> new CustomerId("客".repeat(22)));
    assertEquals("客".repeat(21), new CustomerId("客".repeat(21)).value());
  }

  @Test
  void eventTextNamesNoPerson() {
    Event event = Event.builder("e1", "viewed", NOON).customer(new CustomerId("ann")).build();
    assertEquals("Event[viewed e1]", event.toString());
  }

  @Test
  void moneyRoundsHalfEvenToTheMinorUnit() {
    assertEquals(new Money(102, "USD"), Money.of(new BigDecimal("1.025"), "USD"));
    assertEquals(new Money(2, "JPY"), Money.of(new BigDecimal("1.5"), "JPY"));
    assertEquals("1.02 USD", new Money(102, "USD").toString());
    assertThrows(IllegalArgumentException.class, () -> Money.zero("USD").plus(Money.zero("CNY")));
    assertThrows(IllegalArgumentException.class, () -> Money.zero("dollar"));
  }

  @Test
  void intervalHoldsItsEstimate() {
    assertThrows(IllegalArgumentException.class, () -> new Interval(3, 1, 2, 0.95));
    assertEquals(new Interval(-2, -3, -1, 0.9), new Interval(2, 1, 3, 0.9).times(-1));
  }
}
