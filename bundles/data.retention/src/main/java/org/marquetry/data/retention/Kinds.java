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
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.Expiry;

/// The kinds of data that may be let go.
final class Kinds {
  /// Files and quarantines of imports that are over.
  static final String UPLOADS = "uploads";

  static final Words UPLOADED = new Words("已完成导入的文件和错误行", "Files and bad rows of finished imports");

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
      Set.of(
          EventTypes.SENDING,
          EventTypes.SENT,
          EventTypes.UNSENT,
          EventTypes.DELIVERED,
          EventTypes.OPENED,
          EventTypes.EXPOSED);

  /// @param words which, for people
  /// @param usual days; empty: for ever
  record Kind(
      String id,
      Words words,
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
          new Kind(
              "botEvents",
              new Words("来自程序的网页事件", "Page events of programs"),
              OptionalInt.of(30),
              BROWSING,
              true,
              true,
              false),
          new Kind(
              "strangers",
              new Words("从未成为客户的访客的浏览", "Browsing of visitors who never became customers"),
              OptionalInt.of(180),
              BROWSING,
              false,
              false,
              true),
          new Kind(
              "pageEvents",
              new Words("所有网页事件", "All page events"),
              OptionalInt.of(400),
              BROWSING,
              true,
              false,
              false),
          new Kind(
              "contacts",
              new Words("发送、送达、打开、展示", "Sends, deliveries, openings, exposures"),
              OptionalInt.empty(),
              SENDS,
              false,
              false,
              false),
          new Kind(
              "words",
              new Words("评价和帖子", "Reviews and posts"),
              OptionalInt.empty(),
              WORDS,
              false,
              false,
              false));

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
