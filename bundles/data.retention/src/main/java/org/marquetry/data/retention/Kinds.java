package org.marquetry.data.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.warehouse.api.Expiry;

/// The kinds of data that may be let go.
final class Kinds {
  /// Files and quarantines of imports that are over.
  static final String UPLOADS = "uploads";

  private static final Set<String> BROWSING =
      Set.of(
          EventTypes.VIEWED,
          EventTypes.SEARCHED,
          EventTypes.CARTED,
          EventTypes.UNCARTED,
          "left",
          "checkedOut");
  private static final Set<String> WORDS = Set.of(EventTypes.REVIEWED, EventTypes.POSTED);
  private static final Set<String> SENDS =
      Set.of(EventTypes.SENT, EventTypes.DELIVERED, EventTypes.OPENED, EventTypes.EXPOSED);

  /// @param usual days; empty: for ever
  record Kind(
      String id,
      OptionalInt usual,
      Set<String> types,
      boolean pagesOnly,
      boolean botsOnly,
      boolean strangersOnly) {
    Expiry before(Instant before) {
      return new Expiry(id, types, before, pagesOnly, botsOnly, strangersOnly);
    }
  }

  static final List<Kind> EVENTS =
      List.of(
          new Kind("botEvents", OptionalInt.of(30), BROWSING, true, true, false),
          new Kind("strangers", OptionalInt.of(180), BROWSING, false, false, true),
          new Kind("pageEvents", OptionalInt.of(400), BROWSING, true, false, false),
          new Kind("contacts", OptionalInt.empty(), SENDS, false, false, false),
          new Kind("words", OptionalInt.empty(), WORDS, false, false, false));

  private Kinds() {}

  static Optional<OptionalInt> usual(String id) {
    return id.equals(UPLOADS)
        ? Optional.of(OptionalInt.of(90))
        : EVENTS.stream().filter(k -> k.id().equals(id)).findFirst().map(Kind::usual);
  }

  static Instant before(Instant now, int days) {
    return now.minus(Duration.ofDays(days));
  }

  /// Whether an event of the journal is one of these; the same as the warehouse's answer.
  ///
  /// @param customersVisitors visitor ids that an event ties to a customer
  static Predicate<Event> gone(Expiry expiry, Set<String> customersVisitors) {
    return e ->
        expiry.types().contains(e.type())
            && e.occurredAt().isBefore(expiry.before())
            && (!expiry.pagesOnly() || bot(e) >= 0)
            && (!expiry.botsOnly() || bot(e) >= 0.5)
            && (!expiry.strangersOnly() || isStranger(e, customersVisitors));
  }

  private static boolean isStranger(Event e, Set<String> customersVisitors) {
    return e.customer().isEmpty()
        && e.visitor().filter(v -> customersVisitors.contains(v.value())).isEmpty();
  }

  /// Less than 0 for an event that no page sent.
  private static double bot(Event e) {
    try {
      return Double.parseDouble(e.properties().getOrDefault(EventProperties.BOT_PROBABILITY, "-1"));
    } catch (NumberFormatException notANumber) {
      return -1;
    }
  }
}
