package org.marquetry.platform.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.lib.doubles.JobsTo;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.Schedule;
import org.marquetry.platform.api.jobs.Schedule.Missed;
import org.marquetry.platform.api.jobs.ScheduleStatus;
import org.marquetry.platform.time.DrivenClock;
import org.marquetry.sql.h2.H2Databases;

/// Schedules on a clock that is driven.
class SchedulerTest {
  private static final JobRequest JOB = new JobRequest("test.train", "all", Map.of("k", "v"), 2);
  private static final Actor ANNA = new Actor(Actor.Kind.USER, "u-anna", Set.of("job.start"));

  @TempDir Path folder;
  private final Started started = new Started();
  private DrivenClock clock = new DrivenClock(Instant.parse("2026-03-27T12:00:00Z"));
  private ZoneId zone = ZoneId.of("Europe/Berlin");
  private H2Databases databases;
  private Scheduler scheduler;

  @BeforeEach
  void open() {
    databases = new H2Databases(folder, clock);
    scheduler = started();
  }

  private Scheduler started() {
    Scheduler fresh =
        new Scheduler(
            new JobTables(databases).database(),
            new JobsTo(started::start),
            clock,
            clock,
            () -> zone);
    fresh.start();
    return fresh;
  }

  @AfterEach
  void close() {
    scheduler.close();
    databases.close();
  }

  private ScheduleStatus put(String cron, Missed missed) {
    return ANNA.call(() -> scheduler.put(new Schedule("test.nightly", cron, missed, JOB)));
  }

  private void until(String moment) {
    clock.advanceTo(Instant.parse(moment));
  }

  /// The suite is down until a moment.
  private void down(String until) {
    close();
    clock = new DrivenClock(Instant.parse(until));
    open();
  }

  @Test
  void itRunsEachDayAtItsTimeAlsoWhenTheClockChanges() {
    assertEquals(Instant.parse("2026-03-28T01:30:00Z"), put("30 2 * * *", Missed.SKIP).next());
    until("2026-03-31T12:00:00Z");
    assertEquals(
        List.of(
            "2026-03-28T01:30:00Z u-anna",
            "2026-03-29T01:00:00Z u-anna", // 02:30 does not exist; 03:00 does
            "2026-03-30T00:30:00Z u-anna",
            "2026-03-31T00:30:00Z u-anna"),
        started.log);
    assertEquals(JOB, started.requests.getFirst());
    ScheduleStatus status = scheduler.list().getFirst();
    assertEquals(Optional.of("job-4"), status.lastJob());
    assertEquals(Optional.of(Instant.parse("2026-03-31T00:30:00Z")), status.last());
    assertEquals("", status.note());
  }

  @Test
  void inASwapTheOldOneLeavesTheTimerOfTheNewOneAlone() {
    put("0 3 * * *", Missed.SKIP);
    Scheduler successor = started();
    scheduler.close();
    scheduler = successor;
    until("2026-03-28T02:00:00Z");
    assertEquals(List.of("2026-03-28T02:00:00Z u-anna"), started.log);
  }

  @Test
  void whatWasMissedIsMadeUpOnce() {
    put("0 3 * * *", Missed.RUN_ONCE);
    down("2026-04-05T12:00:00Z");
    assertEquals(List.of("2026-04-05T12:00:00Z u-anna"), started.log);
    ScheduleStatus status = scheduler.list().getFirst();
    assertTrue(status.note().contains("2026-03-28T02:00:00Z was missed"), status.note());
    assertEquals(Instant.parse("2026-04-06T01:00:00Z"), status.next());
    until("2026-04-06T01:00:00Z");
    assertEquals(2, started.log.size());
    down("2026-04-06T02:00:00Z");
    assertEquals(2, started.log.size(), "nothing was missed");
  }

  @Test
  void whatWasMissedIsLeftOutWhenAskedTo() {
    put("0 3 * * *", Missed.SKIP);
    down("2026-04-05T12:00:00Z");
    assertEquals(List.of(), started.log);
    ScheduleStatus status = scheduler.list().getFirst();
    assertTrue(status.note().contains("left out"), status.note());
    assertEquals(Optional.empty(), status.lastJob());
    until("2026-04-06T01:00:00Z");
    assertEquals(List.of("2026-04-06T01:00:00Z u-anna"), started.log);
  }

  @Test
  void puttingTheSameAgainAtEachStartForgetsNoMissedRun() {
    Instant due = put("0 3 * * *", Missed.RUN_ONCE).next();
    until("2026-03-27T20:00:00Z");
    assertEquals(due, put("0 3 * * *", Missed.RUN_ONCE).next());
    down("2026-03-28T12:00:00Z");
    put("0 3 * * *", Missed.RUN_ONCE);
    assertEquals(1, started.log.size());
    assertEquals(Instant.parse("2026-03-28T13:00:00Z"), put("0 14 * * *", Missed.RUN_ONCE).next());
  }

  @Test
  void aNewZoneOfTheShopCountsWithinAnHour() {
    put("0 3 * * *", Missed.SKIP);
    zone = ZoneId.of("Asia/Shanghai");
    until("2026-03-27T13:00:00Z");
    assertEquals(Instant.parse("2026-03-27T19:00:00Z"), scheduler.list().getFirst().next());
    until("2026-03-27T19:00:00Z");
    assertEquals(List.of("2026-03-27T19:00:00Z u-anna"), started.log);
  }

  @Test
  void oneThatCannotStartSaysSoAndTheOthersGoOn() {
    put("0 3 * * *", Missed.SKIP);
    started.failure = "the disk is full";
    until("2026-03-28T02:00:00Z");
    assertTrue(scheduler.list().getFirst().note().contains("the disk is full"));
    started.failure = "";
    until("2026-03-29T02:00:00Z");
    assertEquals(1, started.log.size());
  }

  @Test
  void aRemovedOneDoesNotRunAndAWrongOneIsNotKept() {
    put("0 3 * * *", Missed.SKIP);
    assertTrue(scheduler.remove("test.nightly"));
    assertFalse(scheduler.remove("test.nightly"));
    assertThrows(IllegalArgumentException.class, () -> put("0 25 * * *", Missed.SKIP));
    down("2026-03-29T12:00:00Z");
    assertEquals(List.of(), scheduler.list());
    assertEquals(List.of(), started.log);
  }

  /// Notes which jobs were started, when and by whom.
  private final class Started {
    private final List<String> log = new ArrayList<>();
    private final List<JobRequest> requests = new ArrayList<>();
    private String failure = "";

    private String start(JobRequest request) {
      if (!failure.isEmpty()) {
        throw new IllegalStateException(failure);
      }
      requests.add(request);
      log.add(clock.instant() + " " + Actor.current().name());
      return "job-" + log.size();
    }
  }
}
