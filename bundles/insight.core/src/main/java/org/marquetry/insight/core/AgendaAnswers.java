package org.marquetry.insight.core;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.marquetry.insight.api.Agenda;
import org.marquetry.insight.api.FigureAlert;
import org.marquetry.insight.spi.AgendaItem;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Words;

/// What the operations on the agenda and on alerts take and answer.
final class AgendaAnswers {
  private AgendaAnswers() {}

  /// @param silent names of the sources that could not tell
  record Told(
      Instant since,
      List<Item> waits,
      List<Item> wrong,
      List<Item> done,
      List<Item> ideas,
      int later,
      List<String> silent) {
    static Told of(Agenda agenda) {
      return new Told(
          agenda.since(),
          agenda.waits().stream().map(Item::of).toList(),
          agenda.wrong().stream().map(Item::of).toList(),
          agenda.done().stream().map(Item::of).toList(),
          agenda.ideas().stream().map(Item::of).toList(),
          agenda.later(),
          agenda.silent());
    }
  }

  /// @param stakeMinor money that depends on it, in minor units
  record Item(
      String key,
      Instant at,
      Words title,
      Optional<Words> why,
      Optional<Long> stakeMinor,
      Optional<String> currency,
      Optional<String> page) {
    static Item of(AgendaItem item) {
      return new Item(
          item.key(),
          item.at(),
          item.title(),
          item.why(),
          item.stake().map(Money::minor),
          item.stake().map(Money::currency),
          item.address());
    }
  }

  /// What to put off.
  ///
  /// @param until when it comes back
  record Later(String key, Instant until) {}

  /// An alert on a figure.
  ///
  /// @param figure `net_revenue`, `orders` or `active_customers`
  /// @param when `unusual`, `below` or `above`
  /// @param value in the figure's unit, money in minor units; left out for `unusual`
  record Wanted(String figure, String when, Optional<Long> value) {}

  record Alert(String id, String figure, String when, Optional<Long> value, String by, Instant at) {
    static Alert of(FigureAlert alert) {
      return new Alert(
          alert.id(),
          alert.figure().name().toLowerCase(Locale.ROOT),
          alert.when().name().toLowerCase(Locale.ROOT),
          alert.value().isPresent() ? Optional.of(alert.value().getAsLong()) : Optional.empty(),
          alert.by(),
          alert.at());
    }
  }

  record Alerts(List<Alert> alerts) {}
}
