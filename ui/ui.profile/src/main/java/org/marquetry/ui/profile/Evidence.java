package org.marquetry.ui.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marquetry.profile.api.CustomerEvent;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.OrderId;
import org.marquetry.ui.api.Formats;

/// Recomputes a trait from the events behind it, so that a person can see that they add up.
///
/// @param events those behind the trait, in any order
/// @param currency what the trait counts in; amounts in another do not count
/// @param zone the shop's, for days
record Evidence(List<CustomerEvent> events, Optional<String> currency, ZoneId zone) {
  /// What the order lines add to the net revenue; empty when no amount is known.
  Optional<Money> net() {
    return kept()
        .flatMap(e -> e.counted().stream())
        .filter(m -> currency.isEmpty() || m.currency().equals(currency.get()))
        .reduce(Money::plus);
  }

  /// Orders of which something was kept.
  long orders() {
    return starts().size();
  }

  /// The trait's value by these events; empty for a trait that is not made from sums and days.
  Optional<TraitValue> value(Trait trait, LocalDate today) {
    if (trait.equals(Traits.NET_REVENUE)) {
      return net().map(m -> TraitValue.money(trait, m));
    }
    if (trait.equals(Traits.AVERAGE_ORDER)) {
      return net().filter(m -> orders() > 0).map(m -> TraitValue.money(trait, each(m)));
    }
    if (trait.equals(Traits.ORDERS)) {
      return Optional.of(TraitValue.number(trait, (double) orders()));
    }
    if (trait.equals(Traits.FREQUENCY)) {
      return Optional.of(
          TraitValue.number(trait, (double) starts().stream().map(this::day).distinct().count()));
    }
    if (trait.equals(Traits.FIRST_ORDER)) {
      return first().map(d -> TraitValue.date(trait, d));
    }
    if (trait.equals(Traits.LAST_ORDER)) {
      return last().map(d -> TraitValue.date(trait, d));
    }
    return since(trait)
        .map(d -> TraitValue.number(trait, (double) (today.toEpochDay() - d.toEpochDay())));
  }

  private Money each(Money sum) {
    return new Money(Math.round((double) sum.minor() / orders()), sum.currency());
  }

  private Optional<LocalDate> since(Trait trait) {
    if (trait.equals(Traits.AGE_DAYS)) {
      return first();
    }
    if (trait.equals(Traits.RECENCY_DAYS)) {
      return last();
    }
    return trait.equals(Traits.QUIET_DAYS)
        ? events.stream().map(e -> day(e.occurredAt())).max(Comparator.naturalOrder())
        : Optional.empty();
  }

  private Optional<LocalDate> first() {
    return starts().stream().map(this::day).min(Comparator.naturalOrder());
  }

  private Optional<LocalDate> last() {
    return starts().stream().map(this::day).max(Comparator.naturalOrder());
  }

  /// When each order came: its earliest line that was kept.
  private Collection<Instant> starts() {
    Map<String, Instant> starts =
        kept()
            .collect(
                Collectors.toMap(
                    e -> e.order().map(OrderId::value).orElse(e.eventId()),
                    CustomerEvent::occurredAt,
                    BinaryOperator.minBy(Comparator.naturalOrder())));
    return starts.values();
  }

  /// Order lines of which something was kept.
  private Stream<CustomerEvent> kept() {
    return events.stream()
        .filter(e -> e.type().equals(EventTypes.ORDERED))
        .filter(e -> e.counted().map(Money::minor).orElse(1L) != 0 || isFree(e));
  }

  private static boolean isFree(CustomerEvent line) {
    return line.amount().map(Money::minor).orElse(0L) == 0;
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  /// Write the value for people, or that it is not known.
  String show(Trait trait, LocalDate today, Formats formats) {
    return value(trait, today).map(v -> v.show(formats)).orElse(Formats.UNKNOWN);
  }
}
