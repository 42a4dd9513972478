package org.marquetry.insight.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.lib.doubles.TimersWhenTold;
import org.marquetry.sql.h2.H2Databases;

/// On a real store.
class AwakeTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T07:00:00Z");

  @TempDir Path folder;
  private final TimersWhenTold timers = new TimersWhenTold();
  private Instant now = MONDAY;
  private H2Databases databases;
  private InsightStore store;

  @BeforeEach
  void open() {
    databases = new H2Databases(folder, () -> now);
    store = new InsightStore(databases);
  }

  @AfterEach
  void close() {
    databases.close();
  }

  private Awake awake() {
    return new Awake(store, timers, () -> now);
  }

  private void tick(Duration later) {
    now = now.plus(later);
    timers.run();
  }

  @Test
  void aRestartIsNoGapAndANightIs() {
    Awake first = awake();
    tick(Duration.ofMinutes(5));
    first.stop();
    now = now.plus(Awake.RESTART);
    Awake second = awake();
    Instant evening = MONDAY.plus(Duration.ofMinutes(5)).plus(Awake.RESTART);
    assertEquals(List.of(new Stretch(MONDAY, evening)), second.stretches());
    second.stop();
    now = now.plus(Duration.ofHours(9));
    assertEquals(List.of(new Stretch(MONDAY, evening), new Stretch(now, now)), awake().stretches());
  }

  @Test
  void aClockThatIsDrivenRunsThroughAndAMachineThatSleptDoesNot() {
    Awake awake = awake();
    for (int i = 0; i < 40; i++) {
      tick(Duration.ofHours(6));
    }
    Instant until = MONDAY.plus(Duration.ofDays(10));
    assertEquals(List.of(new Stretch(MONDAY, until)), awake.stretches());
    tick(Duration.ofDays(2));
    assertEquals(List.of(new Stretch(MONDAY, until), new Stretch(now, now)), awake.stretches());
  }

  @Test
  void aStoreThatCannotBeWrittenStopsNothing() {
    Awake awake = awake();
    databases.close();
    tick(Duration.ofMinutes(5));
    awake.stop();
    databases = new H2Databases(folder, () -> now);
    store = new InsightStore(databases);
    assertEquals(List.of(new Stretch(MONDAY, now)), awake().stretches());
  }

  @Test
  void inASwapTheNewOneGoesOnTicking() {
    Awake old = awake();
    Awake fresh = awake();
    old.stop();
    tick(Duration.ofHours(3));
    tick(Duration.ofHours(11));
    assertEquals(List.of(new Stretch(MONDAY, now)), fresh.stretches());
  }
}
