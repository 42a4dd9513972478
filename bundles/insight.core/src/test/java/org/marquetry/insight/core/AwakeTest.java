package org.marquetry.insight.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.sql.h2.H2Databases;

/// On a real store.
class AwakeTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T07:00:00Z");

  @TempDir Path folder;
  private final Ticks timers = new Ticks();
  private Instant now = MONDAY;
  private H2Databases databases;
  private InsightStore store;

  /// Timers that tick when they are told.
  private static final class Ticks implements Timers {
    private final Map<String, Runnable> every = new HashMap<>();

    @Override
    public void at(String key, Instant when, Runnable task) {
      throw new UnsupportedOperationException(key);
    }

    @Override
    public void every(String key, Duration period, Runnable task) {
      every.put(key, task);
    }

    @Override
    public void poll(String key, Duration period, Runnable task) {
      every.put(key, task);
    }

    @Override
    public boolean cancel(String key) {
      return every.remove(key) != null;
    }
  }

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
    timers.every.values().forEach(Runnable::run);
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
