package org.marquetry.campaign.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.marquetry.campaign.api.ContactAnswer;
import org.marquetry.campaign.api.ContactQuestion;
import org.marquetry.campaign.api.ContactResult;
import org.marquetry.campaign.api.ContactRules.RuleSet;
import org.marquetry.campaign.api.FrequencyCap;
import org.marquetry.campaign.api.Purpose;
import org.marquetry.campaign.api.QuietHours;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.experiment.api.Design;
import org.marquetry.experiment.core.CoreExperiments;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;

/// Random schedules over many threads: people of several zones who move, consent and leave,
/// campaigns of two channels, two purposes and three priorities around the days when clocks change,
/// channels that fail. Every answer is compared with [Schedule]'s.
///
/// Half of the people get their messages one after the other, so that each answer must be exactly
/// the expected one; the others get everything at once and twice, so that what went out must keep
/// every rule and each refusal must have its cause.
final class Schedules {
  private static final List<String> ZONES =
      List.of(
          "Europe/Berlin",
          "America/New_York",
          "Asia/Shanghai",
          "Australia/Lord_Howe",
          "America/St_Johns",
          "Africa/Casablanca");
  private static final List<Instant> CHANGES =
      List.of(
          Instant.parse("2026-03-29T01:00:00Z"), // Berlin, forward
          Instant.parse("2026-10-25T01:00:00Z"), // Berlin, back
          Instant.parse("2026-03-08T07:00:00Z"), // New York, forward
          Instant.parse("2026-11-01T06:00:00Z"), // New York, back
          Instant.parse("2026-04-04T15:00:00Z")); // Lord Howe, back by half an hour
  private static final ZoneId SHOP = ZoneId.of("UTC"); // TestPolicy's
  private static final List<String> CHANNELS = List.of("email", "sms");

  private final TestPolicy shop;
  private final Random random;
  private final Map<String, Schedule> people = new ConcurrentHashMap<>();
  private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();
  private final AtomicLong answers = new AtomicLong();
  private final ConcurrentLinkedQueue<String> violations = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Runnable> later = new ConcurrentLinkedQueue<>();
  private Map<Purpose, RuleSet> rules = Map.of();
  private FrequencyCap cap = FrequencyCap.USUAL;
  private Instant around = CHANGES.getFirst();
  private int round;
  private int events;

  Schedules(TestPolicy shop, long seed) {
    this.shop = shop;
    this.random = new Random(seed);
    shop.channels(TestChannel.of("email", this::deliver), TestChannel.of("sms", this::deliver));
  }

  long answers() {
    return answers.get();
  }

  List<String> violations() {
    return List.copyOf(violations);
  }

  /// Run schedules of so many people, under rules of their own.
  void run(int count) throws Exception {
    round++;
    people.clear();
    failedOnce.clear();
    around = CHANGES.get(random.nextInt(CHANGES.size()));
    cap = new FrequencyCap(1 + random.nextInt(4), 1 + random.nextInt(9));
    rules = new EnumMap<>(Map.of(Purpose.MARKETING, rules(), Purpose.SERVICE, rules()));
    rules.forEach(shop::rules);
    List<ContactQuestion> campaigns = new ArrayList<>();
    for (int c = 0; c < 5; c++) {
      campaigns.add(campaign("r" + round + "c" + c));
    }
    CoreExperiments experiments = new CoreExperiments();
    for (int i = 0; i < count; i++) {
      String id = "r" + round + "p" + i;
      boolean held =
          experiments.assign(campaigns.getFirst().split(), new CustomerId(id)).isHoldout();
      people.put(id, new Schedule(id, held));
    }
    tell();
    reserve(campaigns);
    send(campaigns, count);
    tell(); // people leave, come back, move
    send(campaigns, count);
    campaigns.forEach(c -> shop.policy.release(c.campaign()));
    people.values().forEach(this::checkCaps);
  }

  private RuleSet rules() {
    Map<String, FrequencyCap> byChannel = new HashMap<>();
    for (String channel : CHANNELS) {
      if (random.nextBoolean()) {
        byChannel.put(channel, new FrequencyCap(1 + random.nextInt(3), 1 + random.nextInt(8)));
      }
    }
    LocalTime from = LocalTime.MIDNIGHT.plusMinutes(random.nextInt(1440));
    LocalTime until = from.plusMinutes(1 + random.nextInt(900));
    return new RuleSet(
        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(new QuietHours(from, until)),
        byChannel,
        random.nextBoolean()
            ? Optional.of(new FrequencyCap(1 + random.nextInt(4), 1 + random.nextInt(9)))
            : Optional.empty());
  }

  private ContactQuestion campaign(String id) {
    return new ContactQuestion(
        new CampaignId(id),
        "first",
        CHANNELS.get(random.nextInt(2)),
        random.nextInt(5) == 0 ? Purpose.SERVICE : Purpose.MARKETING,
        random.nextInt(3),
        moment(),
        new Design("round" + round, "salt", 0.05, List.of(new Design.Share("message", 1))),
        cap,
        false);
  }

  private Instant moment() {
    return around.plus(Duration.ofMinutes(random.nextInt(8 * 1440) - 4 * 1440));
  }

  /// Some facts about some people, acknowledged before anything else happens.
  private void tell() {
    List<Event> all = new ArrayList<>();
    for (Schedule person : people.values()) {
      boolean first = person.facts.isEmpty();
      for (int i = first ? 2 : random.nextInt(2); i > 0; i--) {
        Event fact = fact(person.person, first && random.nextInt(8) > 0);
        person.facts.add(fact);
        all.add(fact);
      }
    }
    for (int from = 0; from < all.size(); from += 10_000) {
      shop.journal.append(all.subList(from, Math.min(from + 10_000, all.size())));
    }
  }

  private Event fact(String person, boolean good) {
    List<String> types =
        good
            ? List.of("consented", "consented", "customerChanged")
            : List.of("consented", "unsubscribed", "complained", "bounced", "customerChanged");
    String type = types.get(random.nextInt(types.size()));
    Instant at = around.minus(Duration.ofMinutes(6 * 1440 + random.nextInt(90 * 1440)));
    Event.Builder event = Event.builder("s" + events++, type, at).customer(new CustomerId(person));
    if (type.equals("customerChanged")) {
      return event.property("timeZone", ZONES.get(random.nextInt(ZONES.size()))).build();
    }
    if (random.nextInt(3) == 0) {
      event.property("channel", type.equals("unsubscribed") ? "all" : "sms");
    }
    if (type.equals("unsubscribed") && random.nextInt(3) > 0) {
      event.property("purpose", random.nextBoolean() ? "marketing" : "service");
    }
    if (type.equals("consented") && random.nextInt(4) == 0) {
      event.property("purpose", "service");
    }
    if (type.equals("bounced") && random.nextBoolean()) {
      event.property("bounce", "soft");
    }
    return event.build();
  }

  private void reserve(List<ContactQuestion> campaigns) {
    for (ContactQuestion q : campaigns) {
      List<CustomerId> kept = new ArrayList<>();
      for (Schedule person : people.values()) {
        if (random.nextInt(6) == 0) {
          Schedule.Point place = point(q, q.priority(), q.at());
          person.reserved.put(q.campaign().value(), place);
          person.everReserved.add(place);
          kept.add(new CustomerId(person.person));
        }
      }
      shop.policy.reserve(q, kept);
    }
  }

  private static Schedule.Point point(ContactQuestion q, int priority, Instant at) {
    return new Schedule.Point(q.campaign().value(), q.channel(), q.purpose(), priority, at);
  }

  /// A fifth of the messages fail once.
  private SendOutcome deliver(Permit permit) {
    String key = permit.campaign() + " " + permit.customer();
    if (Math.floorMod(key.hashCode(), 5) == 0 && failedOnce.add(key)) {
      return new SendOutcome.Failed("test.full", "no room");
    }
    return TestChannel.sent(permit);
  }

  private void send(List<ContactQuestion> campaigns, int count) throws Exception {
    List<Future<?>> running = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        Schedule person = people.get("r" + round + "p" + i);
        Map<ContactQuestion, Instant> moments = new HashMap<>();
        campaigns.forEach(c -> moments.put(c, moment()));
        if (i % 2 == 0) {
          running.add(threads.submit(() -> inTurn(person, campaigns, moments)));
        } else {
          for (ContactQuestion q : campaigns) {
            running.add(threads.submit(() -> atOnce(person, q, moments.get(q))));
            running.add(threads.submit(() -> atOnce(person, q, moments.get(q))));
          }
        }
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
  }

  private ContactResult ask(Schedule person, ContactQuestion q, Instant at) {
    answers.incrementAndGet();
    return shop.policy.send(q, List.of(TestPolicy.outgoing(person.person, at))).getFirst();
  }

  private void inTurn(
      Schedule person, List<ContactQuestion> campaigns, Map<ContactQuestion, Instant> moments) {
    for (ContactQuestion q : campaigns) {
      Instant at = moments.getOrDefault(q, q.at());
      String expected = person.expected(q, at, rules, SHOP);
      ContactResult result = ask(person, q, at);
      String got = words(result.answer());
      if (!got.equals(expected)) {
        violations.add(
            "in turn " + person.person + " " + q + " " + at + ": " + got + ", not " + expected);
      }
      if (!got.startsWith("LATER")) {
        person.reserved.remove(q.campaign().value());
      }
      if (result.outcome().filter(SendOutcome.Sent.class::isInstance).isPresent()) {
        person.delivered.add(point(q, Schedule.SENT, at));
      }
    }
  }

  private void atOnce(Schedule person, ContactQuestion q, Instant at) {
    ContactResult result = ask(person, q, at);
    Optional<String> facts = person.refusedByFacts(q);
    String got = words(result.answer());
    Instant open =
        Schedule.open(rules.getOrDefault(q.purpose(), RuleSet.NONE), at, person.zone(SHOP));
    Optional<SendOutcome> outcome = result.outcome();
    if (outcome.isPresent()) {
      boolean sent = outcome.get() instanceof SendOutcome.Sent;
      (sent ? person.delivered : person.failed).add(point(q, Schedule.SENT, at));
    }
    boolean right =
        switch (got) {
          case "ALLOWED" -> facts.isEmpty() && open.equals(at) && !person.heldOut;
          case "HELD_OUT" -> facts.isEmpty() && person.heldOut;
          case "OVER_CAP", "ALREADY_SENT" -> facts.isEmpty(); // looked at when all is over
          default -> facts.isPresent() ? facts.get().equals(got) : got.equals("LATER " + open);
        };
    if (!right) {
      violations.add("at once " + person.person + " " + q + " " + at + ": " + got);
    }
    if (got.equals("OVER_CAP") || got.equals("ALREADY_SENT")) {
      later.add(() -> checkCause(person, q, open, got));
    }
  }

  private void checkCause(Schedule person, ContactQuestion q, Instant open, String got) {
    Stream<Schedule.Point> taken =
        Stream.concat(
            Stream.concat(person.delivered.stream(), person.failed.stream()),
            person.everReserved.stream());
    boolean cause =
        got.equals("ALREADY_SENT")
            ? Stream.concat(person.delivered.stream(), person.failed.stream())
                .anyMatch(p -> p.campaign().equals(q.campaign().value()))
            : person.overCap(q, open, rules.getOrDefault(q.purpose(), RuleSet.NONE), taken);
    if (!cause) {
      violations.add("refused without cause " + person.person + " " + q + ": " + got);
    }
  }

  private void checkCaps(Schedule person) {
    for (Runnable cause = later.poll(); cause != null; cause = later.poll()) {
      cause.run();
    }
    List<Schedule.Point> sent = List.copyOf(person.delivered);
    if (sent.stream().map(Schedule.Point::campaign).distinct().count() != sent.size()) {
      violations.add("sent twice " + person.person + " " + sent);
    }
    for (Purpose purpose : Purpose.values()) {
      RuleSet set = rules.getOrDefault(purpose, RuleSet.NONE);
      List<Schedule.Point> of = sent.stream().filter(p -> p.purpose() == purpose).toList();
      check(person, of, cap);
      set.inSum().ifPresent(c -> check(person, of, c));
      set.byChannel()
          .forEach((channel, c) ->
              check(person, of.stream().filter(p -> p.channel().equals(channel)).toList(), c));
    }
  }

  private void check(Schedule person, List<Schedule.Point> sent, FrequencyCap limit) {
    if (Schedule.tooMany(sent.stream().map(Schedule.Point::at).toList(), limit, Optional.empty())) {
      violations.add("over " + limit + " " + person.person + " " + sent);
    }
  }

  private static String words(ContactAnswer answer) {
    return switch (answer) {
      case ContactAnswer.Allowed _ -> "ALLOWED";
      case ContactAnswer.Preview _ -> "PREVIEW";
      case ContactAnswer.Later(Instant at, var _) -> "LATER " + at;
      case ContactAnswer.Refused(var rule, var _) -> rule.name();
    };
  }
}
