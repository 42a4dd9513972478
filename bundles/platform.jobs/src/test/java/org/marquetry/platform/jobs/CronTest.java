package org.marquetry.platform.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static List<String> next(String cron, String after, ZoneId zone, int count) {
    List<String> all = new ArrayList<>();
    Instant moment = Instant.parse(after);
    for (int i = 0; i < count; i++) {
      moment = new Cron(cron).next(moment, zone);
      all.add(moment.atZone(zone).toOffsetDateTime().toString());
    }
    return all;
  }

  @Test
  void plainTimesAreOfTheShopsZone() {
    assertEquals(
        List.of("2026-01-01T06:30+08:00", "2026-01-02T06:30+08:00"),
        next("30 6 * * *", "2025-12-31T20:00:00Z", SHANGHAI, 2));
    assertEquals(
        List.of("2026-01-05T06:30+08:00", "2026-01-06T06:30+08:00"),
        next("30 6 * * MON-FRI", "2026-01-03T00:00:00Z", SHANGHAI, 2));
  }

  @Test
  void listsRangesStepsAndNames() {
    assertEquals(
        List.of(
            "2026-01-01T08:05+08:00",
            "2026-01-01T08:25+08:00",
            "2026-01-01T08:45+08:00",
            "2026-01-01T20:05+08:00"),
        next("5-50/20 8,20 * jan,Jul *", "2025-12-31T16:00:00Z", SHANGHAI, 4));
    assertEquals(
        List.of("2026-01-04T00:00+08:00", "2026-01-11T00:00+08:00"),
        next("0 0 * * 7", "2026-01-01T00:00:00Z", SHANGHAI, 2));
    assertEquals(
        List.of("2028-02-29T00:00+08:00", "2032-02-29T00:00+08:00"),
        next("0 0 29 2 *", "2026-01-01T00:00:00Z", SHANGHAI, 2));
  }

  @Test
  void withBothDaysEitherIsEnough() {
    assertEquals(
        List.of("2026-01-02T00:00+08:00", "2026-01-09T00:00+08:00", "2026-01-13T00:00+08:00"),
        next("0 0 13 * FRI", "2025-12-31T17:00:00Z", SHANGHAI, 3));
  }

  @Test
  void aTimeInTheGapIsDueOnceAtTheFirstMomentAfterIt() {
    // 29 March 2026, 02:00 becomes 03:00
    assertEquals(
        List.of("2026-03-28T02:30+01:00", "2026-03-29T03:00+02:00", "2026-03-30T02:30+02:00"),
        next("30 2 * * *", "2026-03-28T00:00:00Z", BERLIN, 3));
    assertEquals(
        List.of("2026-03-29T03:00+02:00", "2026-03-30T02:00+02:00"),
        next("0,20,40 2 * * *", "2026-03-28T02:00:00Z", BERLIN, 2));
  }

  @Test
  void aTimeThatComesTwiceIsDueOnceAtTheFirst() {
    // 25 October 2026, 03:00 becomes 02:00
    assertEquals(
        List.of("2026-10-24T02:30+02:00", "2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00"),
        next("30 2 * * *", "2026-10-24T00:00:00Z", BERLIN, 3));
    // asked in the second pass
    assertEquals(
        List.of("2026-10-26T02:30+01:00"), next("30 2 * * *", "2026-10-25T01:10:00Z", BERLIN, 1));
  }

  @Test
  void everyHourGoesOnByElapsedTime() {
    assertEquals(
        List.of("2026-03-29T01:30+01:00", "2026-03-29T03:00+02:00", "2026-03-29T03:30+02:00"),
        next("*/30 * * * *", "2026-03-29T00:00:00Z", BERLIN, 3));
    assertEquals(
        List.of(
            "2026-10-25T02:00+02:00",
            "2026-10-25T02:30+02:00",
            "2026-10-25T02:00+01:00",
            "2026-10-25T02:30+01:00",
            "2026-10-25T03:00+01:00"),
        next("*/30 * * * *", "2026-10-24T23:30:00Z", BERLIN, 5));
  }

  @Test
  void aYearInQuartersOfAnHourHasNoGapAndNoDouble() {
    Cron cron = new Cron("*/15 * * * *");
    Instant moment = Instant.parse("2026-01-01T00:00:00Z");
    for (int i = 0; i < 365 * 96; i++) {
      Instant next = cron.next(moment, BERLIN);
      assertEquals(moment.plusSeconds(900), next);
      moment = next;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* * * *",
        "60 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "* * * 13 *",
        "* * * * 8",
        "a * * * *",
        "5-1 * * * *",
        "*/0 * * * *",
        "1,,2 * * * *",
        "-1 * * * *",
        "0 0 31 2 *",
        "* * * FEBR *"
      })
  void whatIsWrongIsNamed(String cron) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new Cron(cron)).getMessage();
    assertTrue(message.contains("cron"), message);
  }
}
