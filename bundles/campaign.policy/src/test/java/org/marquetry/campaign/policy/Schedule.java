package org.marquetry.campaign.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.marquetry.campaign.api.ContactQuestion;
import org.marquetry.campaign.api.ContactRules.RuleSet;
import org.marquetry.campaign.api.FrequencyCap;
import org.marquetry.campaign.api.Purpose;
import org.marquetry.campaign.api.QuietHours;
import org.marquetry.shop.api.Event;

/// What is to happen with one person, and a second opinion on it: plain loops over plain lists,
/// nothing of the policy.
final class Schedule {
  /// A message that went out or that a campaign keeps a place for.
  record Point(String campaign, String channel, Purpose purpose, int priority, Instant at) {}

  final String person;
  final boolean heldOut;
  final List<Event> facts = new ArrayList<>();
  final List<Point> delivered = Collections.synchronizedList(new ArrayList<>());
  final List<Point> failed = Collections.synchronizedList(new ArrayList<>());
  final Map<String, Point> reserved = new TreeMap<>();
  final List<Point> everReserved = new ArrayList<>();

  Schedule(String person, boolean heldOut) {
    this.person = person;
    this.heldOut = heldOut;
  }

  /// What the policy has to answer: the name of a rule, `ALLOWED`, or `LATER` and a moment.
  String expected(ContactQuestion q, Instant at, Map<Purpose, RuleSet> rules, ZoneId shop) {
    Optional<String> facts = refusedByFacts(q);
    if (facts.isPresent()) {
      return facts.get();
    }
    if (delivered.stream().anyMatch(p -> p.campaign().equals(q.campaign().value()))) {
      return "ALREADY_SENT";
    }
    RuleSet set = rules.getOrDefault(q.purpose(), RuleSet.NONE);
    Instant open = open(set, at, zone(shop));
    if (overCap(q, open, set, Stream.concat(delivered.stream(), reserved.values().stream()))) {
      return "OVER_CAP";
    }
    if (heldOut) {
      return "HELD_OUT";
    }
    return open.equals(at) ? "ALLOWED" : "LATER " + open;
  }

  /// What no other message can change.
  Optional<String> refusedByFacts(ContactQuestion q) {
    String channel = q.channel();
    String purpose = q.purpose().id();
    for (Event stop : facts) {
      boolean lifted =
          consentedAfter(stop.occurredAt(), channel, purpose)
              || (stopsAll(stop) && consentedAfter(stop.occurredAt(), channel, "marketing"));
      if (stops(stop, channel, purpose) && !lifted) {
        return Optional.of("SUPPRESSED");
      }
    }
    boolean needs = q.purpose() == Purpose.MARKETING;
    return needs && !consentedAfter(Instant.MIN, channel, purpose)
        ? Optional.of("NO_CONSENT")
        : Optional.empty();
  }

  private static boolean stops(Event e, String channel, String purpose) {
    String of = e.properties().getOrDefault("channel", "email");
    boolean here = of.equals(channel) || of.equals("all");
    return switch (e.type()) {
      case "unsubscribed" -> here && (stopsAll(e) || purpose.equals(e.properties().get("purpose")));
      case "complained" -> here;
      case "bounced" -> here && !e.properties().containsKey("bounce");
      default -> false;
    };
  }

  private static boolean stopsAll(Event e) {
    return !e.type().equals("unsubscribed") || !e.properties().containsKey("purpose");
  }

  private boolean consentedAfter(Instant moment, String channel, String purpose) {
    return facts.stream()
        .filter(e -> e.type().equals("consented") && e.occurredAt().isAfter(moment))
        .anyMatch(e ->
            e.properties().getOrDefault("channel", "email").equals(channel)
                && e.properties().getOrDefault("purpose", "marketing").equals(purpose));
  }

  ZoneId zone(ZoneId shop) {
    ZoneId zone = shop;
    Instant newest = Instant.MIN;
    for (Event e : facts) {
      String told = e.properties().get("timeZone");
      if (told != null && e.occurredAt().isAfter(newest)) {
        zone = ZoneId.of(told);
        newest = e.occurredAt();
      }
    }
    return zone;
  }

  static Instant open(RuleSet rules, Instant at, ZoneId zone) {
    Instant minute = at;
    while (rules.quiet().isPresent() && isQuiet(rules.quiet().get(), minute, zone)) {
      minute = minute.plusSeconds(60);
    }
    return minute;
  }

  /// By the minutes of the day that the clock on the wall shows.
  static boolean isQuiet(QuietHours quiet, Instant at, ZoneId zone) {
    LocalTime wall = at.atZone(zone).toLocalTime();
    int now = 60 * wall.getHour() + wall.getMinute();
    int from = 60 * quiet.from().getHour() + quiet.from().getMinute();
    int until = 60 * quiet.until().getHour() + quiet.until().getMinute();
    int sinceFrom = Math.floorMod(now - from, 1440);
    return sinceFrom < Math.floorMod(until - from, 1440);
  }

  /// Whether one message more would be too many.
  ///
  /// @param others what takes a place; reserved places of a lower or the same priority do not
  boolean overCap(ContactQuestion q, Instant at, RuleSet rules, Stream<Point> others) {
    List<Point> points =
        others
            .filter(p -> p.purpose() == q.purpose())
            .filter(p -> p.priority() == SENT || p.priority() > q.priority())
            .filter(p -> !p.campaign().equals(q.campaign().value()))
            .toList();
    List<Point> ofChannel = points.stream().filter(p -> p.channel().equals(q.channel())).toList();
    FrequencyCap channel = rules.byChannel().get(q.channel());
    return tooMany(points, at, q.cap())
        || (channel != null && tooMany(ofChannel, at, channel))
        || (rules.inSum().isPresent() && tooMany(points, at, rules.inSum().get()));
  }

  /// The priority of what went out.
  static final int SENT = Integer.MAX_VALUE;

  private static boolean tooMany(List<Point> points, Instant at, FrequencyCap cap) {
    List<Instant> all = new ArrayList<>(points.stream().map(Point::at).toList());
    all.add(at);
    return tooMany(all, cap, Optional.of(at));
  }

  /// Whether so many in a row, one more than the cap, lie within its days.
  ///
  /// @param with one of them must be this; empty: any
  static boolean tooMany(List<Instant> moments, FrequencyCap cap, Optional<Instant> with) {
    List<Instant> sorted = moments.stream().sorted().toList();
    for (int first = 0; first + cap.messages() < sorted.size(); first++) {
      List<Instant> row = sorted.subList(first, first + cap.messages() + 1);
      Duration span = Duration.between(row.getFirst(), row.getLast());
      if (span.compareTo(Duration.ofDays(cap.days())) < 0
          && (with.isEmpty() || row.contains(with.get()))) {
        return true;
      }
    }
    return false;
  }
}
