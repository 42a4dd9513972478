package org.marquetry.data.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;

/// The judge on simulated visitors, through the real door: people of many habits and seven kinds of
/// programs. Prints precision and recall; the seed can be given by `-Dtests.seed`.
final class BotModelTest {
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final int PEOPLE = 1_500;
  private static final int PROGRAMS = 50; // of each kind

  /// What the caller is.
  private enum Kind {
    READER,
    HURRIED,
    OFFICE,
    SCRIPTLESS,
    /// Says its name.
    NAMED(true),
    /// Loads pages without scripts, as fast as it can, under a browser's name.
    SCRAPER(true),
    /// A driven browser that says so.
    DRIVEN(true),
    /// A driven browser that hides it: equal gaps, no touch.
    REGULAR(true),
    /// The same with random gaps of a few seconds.
    JITTERED(true),
    /// Follows every link of the page.
    FOLLOWER(true),
    /// Moves the mouse and takes its time like a person: not to be told from one by this.
    ACTOR(true);

    private final boolean program;

    Kind() {
      this(false);
    }

    Kind(boolean program) {
      this.program = program;
    }
  }

  /// One request of somebody.
  private record Step(Instant at, int who, String path, String body) {}

  private record Caller(Kind kind, String agent, String address, String session) {}

  @TempDir Path folder;

  private final Random random = new Random(Long.getLong("tests.seed", 20261129L));
  private final List<Caller> callers = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private int ids;

  @Test
  void programsAreToldFromPeople() throws IOException {
    simulate();
    steps.sort(Comparator.comparing(Step::at));
    double[] bySession = new double[callers.size()];
    int[][] events = new int[2][2]; // program, called a bot
    try (Shop shop = new Shop(folder, false, 1_000_000, 10_000_000)) {
      for (Step step : steps) {
        Caller caller = callers.get(step.who);
        shop.at(step.at);
        if (step.body.isEmpty()) {
          shop.get(step.path, Shop.ORIGIN + "/", caller.agent, caller.address);
        } else {
          shop.post(Shop.ORIGIN, step.body, caller.agent, caller.address);
        }
      }
      for (Event event : shop.stored()) {
        double p = Double.parseDouble(event.properties().get(EventProperties.BOT_PROBABILITY));
        int who = who(event);
        if (who >= 0) {
          bySession[who] = Math.max(bySession[who], p);
          events[callers.get(who).kind.program ? 1 : 0][p >= 0.5 ? 1 : 0]++;
        }
      }
    }
    report(bySession, events);
  }

  private int who(Event event) {
    return event
        .session()
        .map(s -> Integer.parseInt(s.substring(2, 10), 16))
        .orElseGet(() -> unscripted.getOrDefault(event.occurredAt(), -1));
  }

  private final Map<Instant, Integer> unscripted = new HashMap<>();

  private void report(double[] bySession, int[][] events) {
    int[][] callersBy = new int[2][2];
    Map<Kind, int[]> found = new EnumMap<>(Kind.class);
    for (int i = 0; i < callers.size(); i++) {
      Kind kind = callers.get(i).kind;
      int bot = bySession[i] >= 0.5 ? 1 : 0;
      callersBy[kind.program ? 1 : 0][bot]++;
      int[] of = found.computeIfAbsent(kind, _ -> new int[2]);
      of[0] += bot;
      of[1]++;
    }
    double precision = callersBy[1][1] / (double) (callersBy[1][1] + callersBy[0][1]);
    double recall = callersBy[1][1] / (double) (callersBy[1][0] + callersBy[1][1]);
    double eventPrecision = events[1][1] / (double) (events[1][1] + events[0][1]);
    double eventRecall = events[1][1] / (double) (events[1][0] + events[1][1]);
    System.out.printf(
        "bots: callers precision %.3f recall %.3f; events precision %.3f recall %.3f%n",
        precision, recall, eventPrecision, eventRecall);
    found.forEach((k, n) -> System.out.printf("bots: %s %d of %d%n", k, n[0], n[1]));
    assertTrue(precision >= 0.97, "precision of callers " + precision);
    assertTrue(recall >= 0.80, "recall of callers " + recall);
    assertTrue(eventPrecision >= 0.97, "precision of events " + eventPrecision);
    assertTrue(eventRecall >= 0.70, "recall of events " + eventRecall);
  }

  private void simulate() {
    for (int i = 0; i < PEOPLE; i++) {
      double what = random.nextDouble();
      person(
          what < 0.75
              ? Kind.READER
              : what < 0.87 ? Kind.HURRIED : what < 0.97 ? Kind.OFFICE : Kind.SCRIPTLESS,
          i);
    }
    for (Kind kind : Kind.values()) {
      for (int i = 0; kind.program && i < PROGRAMS; i++) {
        program(kind);
      }
    }
  }

  /// People read a page for a log-normal time around 20 s; the hurried look at many for 2 s; an
  /// office of 15 shares one address and browser.
  private void person(Kind kind, int i) {
    String address =
        kind == Kind.OFFICE ? "192.0.2." + i % 10 : "10." + i / 250 + "." + i % 250 + ".1";
    String agent = kind == Kind.OFFICE ? Shop.BROWSER : Shop.BROWSER + " v" + random.nextInt(40);
    Instant at = start();
    int pages = 1 + (int) (-Math.log(1 - random.nextDouble()) * 5);
    double mean = kind == Kind.HURRIED ? 2 : 20;
    int who = caller(kind, agent, address);
    for (int p = 0; p < pages; p++) {
      double seconds = Math.max(0.3, mean * Math.exp(random.nextGaussian()));
      boolean touches = random.nextDouble() < 0.92;
      at = page(kind, who, at, seconds, touches ? 1 + random.nextInt(40) : 0, false);
    }
  }

  private void program(Kind kind) {
    String agent =
        kind == Kind.NAMED
            ? "Mozilla/5.0 (compatible; SomeBot/2.1)"
            : Shop.BROWSER + " v" + random.nextInt(40);
    int who = caller(kind, agent, "172.16." + callers.size() / 250 + "." + callers.size() % 250);
    Instant at = start();
    int pages = 5 + random.nextInt(40);
    if (kind == Kind.FOLLOWER) {
      steps.add(new Step(at.plusSeconds(random.nextInt(10)), who, "/page/more", ""));
    }
    for (int p = 0; p < pages; p++) {
      double seconds =
          switch (kind) {
            case SCRAPER -> 0.2 + random.nextDouble() / 4;
            case REGULAR -> 8 + random.nextDouble() / 2;
            case JITTERED, FOLLOWER, NAMED, DRIVEN -> 0.5 - 4 * Math.log(1 - random.nextDouble());
            default -> Math.max(0.3, 20 * Math.exp(random.nextGaussian()));
          };
      at = page(kind, who, at, seconds, kind == Kind.ACTOR ? 10 : 0, kind == Kind.DRIVEN);
    }
  }

  private Instant start() {
    return START.plusMillis(random.nextInt(8 * 3_600_000));
  }

  private int caller(Kind kind, String agent, String address) {
    callers.add(new Caller(kind, agent, address, ""));
    return callers.size() - 1;
  }

  private Instant page(
      Kind kind, int who, Instant from, double seconds, int inputs, boolean driven) {
    Instant at = from;
    Instant left = at.plusMillis((long) (seconds * 1000));
    if (kind == Kind.SCRIPTLESS || kind == Kind.SCRAPER) {
      while (unscripted.containsKey(at)) {
        at = at.plusMillis(1);
      }
      unscripted.put(at, who);
      steps.add(new Step(at, who, "/page/seen", ""));
      return left;
    }
    send(who, at, 0, driven, "viewed", "\"path\":\"/\"");
    send(who, left, inputs, driven, "left", "\"visible\":" + (long) (seconds * 1000));
    return left.plus(Duration.ofMillis(300));
  }

  private void send(int who, Instant at, int inputs, boolean driven, String type, String more) {
    steps.add(
        new Step(
            at,
            who,
            "",
            "{\"session\":\"p-%08x0000000000000000\",\"inputs\":%d,\"automated\":%b,\"events\":[{\"id\":\"e-%024x\",\"ago\":0,\"type\":\"%s\",%s}]}"
                .formatted(who, inputs, driven, ids++, type, more)));
  }
}
