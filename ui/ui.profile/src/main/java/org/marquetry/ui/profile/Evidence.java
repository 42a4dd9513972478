package org.marquetry.ui.profile;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.marquetry.profile.api.CustomerEvent;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.OrderId;

/// Recomputes a trait from the events behind it, so that a person can see that they add up.
///
/// @param events those behind the trait, any order
/// @param zone the shop's, for days
record Evidence(List<CustomerEvent> events, ZoneId zone) {
  /// What the order lines add to the net revenue; empty when no amount is known.
  Optional<Money> net() {
    return orderLines()
        .flatMap(e -> e.counted().stream())
        .reduce(Money::plus);
  }

  /// Orders of which something was kept.
  long orders() {
    return orderLines()
        .filter(e -> e.counted().map(m -> m.minor() > 0).orElse(true))
        .map(e -> e.order().map(OrderId::value).orElse(e.eventId()))
        .distinct()
        .count();
  }

  /// Days with an order line.
  long days() {
    return orderLines().map(this::day).distinct().count();
  }

  /// The trait's value by these events; empty for a trait that is not made from sums and days.
  Optional<TraitValue> value(Trait trait, LocalDate today) {
    if (trait.equals(Traits.NET_REVENUE)) {
      return net().map(m -> TraitValue.money(trait, m));
    }
    if (trait.equals(Traits.AVERAGE_ORDER)) {
      return net()
          .filter(m -> orders() > 0)
          .map(m ->
              TraitValue.money(
                  trait, new Money(Math.round((double) m.minor() / orders()), m.currency())));
    }
    if (trait.equals(Traits.ORDERS)) {
      return Optional.of(TraitValue.number(trait, orders()));
    }
    if (trait.equals(Traits.FREQUENCY)) {
      return Optional.of(TraitValue.number(trait, days()));
    }
    if (trait.equals(Traits.FIRST_ORDER)) {
      return first().map(d -> TraitValue.date(trait, d));
    }
    if (trait.equals(Traits.LAST_ORDER)) {
      return last().map(d -> TraitValue.date(trait, d));
    }
    return daysSince(trait).map(d -> TraitValue.number(trait, today.toEpochDay() - d.toEpochDay()));
  }

  private Optional<LocalDate> daysSince(Trait trait) {
    if (trait.equals(Traits.AGE_DAYS)) {
      return first();
    }
    if (trait.equals(Traits.RECENCY_DAYS)) {
      return last();
    }
    return trait.equals(Traits.QUIET_DAYS)
        ? events.stream().map(this::day).max(Comparator.naturalOrder())
        : Optional.empty();
  }

  private Optional<LocalDate> first() {
    return orderLines().map(this::day).min(Comparator.naturalOrder());
  }

  private Optional<LocalDate> last() {
    return orderLines().map(this::day).max(Comparator.naturalOrder());
  }

  private Stream<CustomerEvent> orderLines() {
    return events.stream().filter(e -> e.type().equals(EventTypes.ORDERED));
  }

  private LocalDate day(CustomerEvent event) {
    return LocalDate.ofInstant(event.occurredAt(), zone);
  }

}
