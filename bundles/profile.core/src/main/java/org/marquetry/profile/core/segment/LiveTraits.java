package org.marquetry.profile.core.segment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.marquetry.profile.api.SegmentTrait;
import org.marquetry.profile.api.SegmentTrait.Use;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;
import org.marquetry.profile.core.live.Account;
import org.marquetry.profile.core.live.Lines;
import org.marquetry.profile.core.live.LiveFold;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.Words;

/// The traits that boards hold themselves.
final class LiveTraits {
  /// @param consent under which text of an account consent stands
  /// @param address under which text the address stands
  record Channel(String name, String consent, String address) {}

  /// The ways to write to a customer; bit i of a board's reach is the i-th.
  static final List<Channel> CHANNELS =
      List.of(
          new Channel("email", Traits.CONSENT_EMAIL.id(), EventProperties.EMAIL),
          new Channel("sms", LiveFold.CONSENT + "sms", LiveFold.REACHED_BY_PHONE));

  /// Text traits, with the text of an account that they are.
  static final Map<String, String> TEXTS = texts();

  private static final Words BUYING = new Words("购买", "Buying");
  private static final Words PERSON = new Words("顾客资料", "About the customer");
  private static final Words CONSENT = new Words("许可", "Consent");

  /// In the order in which they are offered.
  static final List<SegmentTrait> ALL =
      Stream.concat(
              Stream.of(
                  number(Traits.ORDERS, BUYING),
                  number(Traits.NET_REVENUE, BUYING),
                  date(Traits.LAST_ORDER),
                  date(Traits.FIRST_ORDER),
                  number(Traits.AVERAGE_ORDER, BUYING),
                  number(Traits.FREQUENCY, BUYING),
                  number(Traits.DAYS_BETWEEN, BUYING),
                  number(Traits.QUIET_DAYS, BUYING),
                  number(Traits.BIRTH_YEAR, PERSON)),
              Stream.of(
                  text(Traits.CONSENT_EMAIL, CONSENT),
                  text(Traits.CONSENT_SMS, CONSENT),
                  text(Traits.CITY, PERSON),
                  text(Traits.COUNTRY, PERSON),
                  text(Traits.LANGUAGE, PERSON),
                  text(Traits.GENDER, PERSON)))
          .toList();

  private LiveTraits() {}

  /// A number of a customer; NaN when not known.
  interface NumberColumn {
    double at(int customer);
  }

  private static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Trait trait :
        List.of(
            Traits.CITY, Traits.COUNTRY, Traits.LANGUAGE, Traits.GENDER, Traits.CONSENT_EMAIL)) {
      texts.put(trait.id(), trait.id());
    }
    texts.put(Traits.CONSENT_SMS.id(), LiveFold.CONSENT + "sms");
    return texts;
  }

  private static SegmentTrait number(Trait trait, Words group) {
    return new SegmentTrait(trait, group, Set.of(Use.RANGE, Use.KNOWN));
  }

  private static SegmentTrait date(Trait trait) {
    return new SegmentTrait(trait, BUYING, Set.of(Use.DAYS_AGO, Use.KNOWN));
  }

  private static SegmentTrait text(Trait trait, Words group) {
    return new SegmentTrait(trait, group, Set.of(Use.CHOICE, Use.KNOWN));
  }

  static Optional<SegmentTrait> find(String id) {
    return ALL.stream().filter(t -> t.trait().id().equals(id)).findFirst();
  }

  /// When something last or first happened, in milliseconds; [Account#NEVER] when it did not.
  static long[] moments(Board board, String trait) {
    return trait.equals(Traits.FIRST_ORDER.id()) ? board.first : board.last;
  }

  /// @param today epoch day, for what counts days up to now
  static NumberColumn number(Board board, String trait, Basis basis, long today) {
    Trait known = find(trait).map(SegmentTrait::trait).orElseThrow();
    if (known.equals(Traits.ORDERS)) {
      return c -> board.orders[c];
    }
    if (known.equals(Traits.FREQUENCY)) {
      return c -> board.purchaseDays[c];
    }
    if (known.equals(Traits.NET_REVENUE)) {
      return c -> board.net[c] == Lines.UNKNOWN ? Double.NaN : board.net[c];
    }
    if (known.equals(Traits.AVERAGE_ORDER)) {
      return c ->
          board.net[c] == Lines.UNKNOWN ? Double.NaN : (double) board.net[c] / board.orders[c];
    }
    if (known.equals(Traits.DAYS_BETWEEN)) {
      return c ->
          board.purchaseDays[c] < 2
              ? Double.NaN
              : (double) (board.lastDay[c] - board.firstDay[c]) / (board.purchaseDays[c] - 1);
    }
    if (known.equals(Traits.QUIET_DAYS)) {
      return c ->
          board.active[c] == Account.NEVER
              ? Double.NaN
              : Math.max(0, today - basis.day(board.active[c]));
    }
    if (known.equals(Traits.BIRTH_YEAR)) {
      return c -> board.birthYear[c] == 0 ? Double.NaN : board.birthYear[c];
    }
    throw new IllegalArgumentException(trait + " is not a number of a board");
  }
}
