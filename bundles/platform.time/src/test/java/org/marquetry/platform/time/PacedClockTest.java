package org.marquetry.platform.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.Timers;

@Timeout(60)
class PacedClockTest {
  private static final Instant FROM = Instant.parse("2026-03-01T08:00:00Z");
  private static final double DAY_A_SECOND = 86_400;

  @TempDir Path folder;

  private PacedClock paced() {
    return new PacedClock(FROM, new MachineTimers(InstantSource.system()), folder.resolve("clock"));
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(5);
    }
  }

  @Test
  void itGoesByItselfStandsWhenToldAndStopsWhereItShould() throws Exception {
    try (PacedClock clock = paced()) {
      Instant begin = clock.now();
      until(() -> clock.now().isAfter(begin));
      clock.run(0, Instant.MAX);
      assertEquals(0, clock.pace());
      Instant end = FROM.plus(Duration.ofDays(2));
      assertEquals(Optional.empty(), clock.until());
      clock.run(DAY_A_SECOND, end);
      assertEquals(Optional.of(end), clock.until());
      until(() -> clock.pace() == 0);
      assertEquals(end, clock.now());
      assertEquals(Optional.empty(), clock.until());
      assertThrows(IllegalArgumentException.class, () -> clock.advanceTo(begin));
      assertThrows(IllegalArgumentException.class, () -> clock.run(-1, end));
    }
  }

  @Test
  void whatIsPolledGoesOnWhileItStandsAndIsTakenAway() throws Exception {
    try (PacedClock clock = paced()) {
      clock.run(0, Instant.MAX);
      AtomicInteger polled = new AtomicInteger();
      AtomicInteger stood = new AtomicInteger();
      clock.every("stands", Duration.ofMillis(1), stood::incrementAndGet);
      Timers.Timer polls = clock.poll("polls", Duration.ofMillis(1), polled::incrementAndGet);
      until(() -> polled.get() > 2);
      assertEquals(0, stood.get());
      assertTrue(polls.cancel());
      assertFalse(polls.cancel());
    }
  }

  @Test
  void whenItIsFastTimersRunInTurnAndPeriodsNowAndThen() throws Exception {
    try (PacedClock clock = paced()) {
      clock.run(0, Instant.MAX);
      List<String> ran = Collections.synchronizedList(new ArrayList<>());
      AtomicInteger often = new AtomicInteger();
      Actor.SYSTEM.run(() -> {
        clock.at("b", clock.now().plus(Duration.ofHours(20)), () -> ran.add("b"));
        clock.at("a", clock.now().plus(Duration.ofHours(3)), () -> ran.add("a"));
        clock.every("often", Duration.ofSeconds(1), often::incrementAndGet);
      });
      Instant end = clock.now().plus(Duration.ofDays(1));
      clock.run(DAY_A_SECOND, end);
      until(() -> clock.pace() == 0);
      assertEquals(List.of("a", "b"), ran);
      assertTrue(often.get() >= 4 && often.get() <= 60, "often " + often);
    }
  }

  @Test
  void itNeverGoesBackAcrossProcesses() throws Exception {
    Instant ahead = FROM.plus(Duration.ofDays(40));
    try (PacedClock clock = paced()) {
      clock.advanceTo(ahead);
    }
    try (PacedClock clock = paced()) {
      assertFalse(clock.now().isBefore(ahead));
    }
  }
}
