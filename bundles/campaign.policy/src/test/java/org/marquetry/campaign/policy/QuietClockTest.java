package org.marquetry.campaign.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.marquetry.campaign.api.QuietHours;

class QuietClockTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void endsWhenTheClockIsPutForwardOverTheEnd() {
    QuietHours quiet = quiet("22:00", "02:30");
    assertEquals(
        Instant.parse("2026-03-29T01:00:00Z"), // 02:00 is 03:00
        QuietClock.open(quiet, Instant.parse("2026-03-28T23:00:00Z"), BERLIN));
  }

  @Test
  void beginsAgainWhenTheClockIsPutBackIntoIt() {
    QuietHours quiet = quiet("22:00", "02:30");
    assertEquals(
        Instant.parse("2026-10-25T00:30:00Z"), // 02:30 for the first time
        QuietClock.open(quiet, Instant.parse("2026-10-24T23:00:00Z"), BERLIN));
    assertEquals(
        Instant.parse("2026-10-25T01:30:00Z"), // 02:10 for the second time
        QuietClock.open(quiet, Instant.parse("2026-10-25T01:10:00Z"), BERLIN));
  }

  /// Against a walk minute by minute, around the changes of several zones.
  @Test
  void isTheFirstMinuteThatIsNotQuiet() {
    long seed = Long.getLong("tests.seed", 7);
    Random random = new Random(seed);
    List<String> zones =
        List.of(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Asia/Shanghai",
            "America/St_Johns",
            "Pacific/Apia",
            "Africa/Casablanca");
    for (int i = 0; i < 2_000; i++) {
      ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
      LocalTime from = LocalTime.MIDNIGHT.plusMinutes(random.nextInt(1440));
      LocalTime until = LocalTime.MIDNIGHT.plusMinutes(random.nextInt(1440));
      Instant year =
          Instant.parse(random.nextBoolean() ? "2026-01-01T00:00:00Z" : "2011-12-20T00:00:00Z");
      Instant start = year.plus(Duration.ofMinutes(random.nextInt(366 * 1440)));
      var change = zone.getRules().nextTransition(start);
      Instant at =
          change != null && random.nextBoolean()
              ? change.getInstant().plus(Duration.ofMinutes(random.nextInt(2_000) - 1_500))
              : start;
      if (!from.equals(until)) {
        QuietHours quiet = new QuietHours(from, until);
        assertEquals(
            walk(quiet, at, zone), QuietClock.open(quiet, at, zone), zone + " " + at + " " + quiet);
      }
    }
  }

  private static Instant walk(QuietHours quiet, Instant at, ZoneId zone) {
    Instant minute = at;
    while (Schedule.isQuiet(quiet, minute, zone)) {
      minute = minute.plusSeconds(60);
    }
    return minute;
  }

  private static QuietHours quiet(String from, String until) {
    return new QuietHours(LocalTime.parse(from), LocalTime.parse(until));
  }
}
