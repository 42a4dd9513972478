package org.marquetry.platform.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.time.Timers;

class MachineTimersTest {
  private static final InstantSource CLOCK = InstantSource.system();

  @Test
  void tasksRunWhenDueAndPeriodicOnesAgain() throws InterruptedException {
    CountDownLatch once = new CountDownLatch(1);
    CountDownLatch often = new CountDownLatch(3);
    try (MachineTimers timers = new MachineTimers(CLOCK)) {
      Instant from = CLOCK.instant();
      Timers.Timer every = timers.every("often", Duration.ofMillis(5), often::countDown);
      timers.at("once", from.plusMillis(30), once::countDown);
      assertTrue(once.await(10, TimeUnit.SECONDS));
      assertFalse(CLOCK.instant().isBefore(from.plusMillis(30)), "it ran too early");
      assertTrue(often.await(10, TimeUnit.SECONDS));
      assertTrue(every.cancel());
    }
  }

  @Test
  void aRunThatTakesLongerThanThePeriodIsAlone() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch later = new CountDownLatch(3);
    AtomicInteger runs = new AtomicInteger();
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (MachineTimers timers = new MachineTimers(CLOCK)) {
      timers.every(
          "slow",
          Duration.ofMillis(1),
          () -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            if (runs.incrementAndGet() == 1) {
              begun.countDown();
              await(goOn);
            }
            later.countDown();
            atOnce.decrementAndGet();
          });
      CountDownLatch others = new CountDownLatch(50);
      timers.every("quick", Duration.ofMillis(1), others::countDown);
      assertTrue(begun.await(10, TimeUnit.SECONDS));
      assertTrue(others.await(10, TimeUnit.SECONDS));
      assertEquals(1, runs.get());
      goOn.countDown();
      assertTrue(later.await(10, TimeUnit.SECONDS));
      assertEquals(1, most.get());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aTimePassedMeansAtOnce() throws InterruptedException {
    CountDownLatch ran = new CountDownLatch(1);
    try (MachineTimers timers = new MachineTimers(CLOCK)) {
      timers.at("past", Instant.EPOCH, ran::countDown);
      assertTrue(ran.await(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void aDayOfTheShopBeginsInItsZone() {
    Instant moment = Instant.parse("2025-06-30T17:00:00Z");
    ConfiguredZone zone = new ConfiguredZone(InstantSource.fixed(moment), "Asia/Shanghai");
    assertEquals(ZoneId.of("Asia/Shanghai"), zone.zone());
    assertEquals(LocalDate.of(2025, 7, 1), zone.today());
    assertEquals(Instant.parse("2025-06-30T16:00:00Z"), zone.start(zone.today()));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new ConfiguredZone(CLOCK, "Mars/Base"));
    assertTrue(String.valueOf(e.getMessage()).contains("Mars/Base"), e.getMessage());
  }

  @Test
  void theClockPropertyIsReadOrRefusedByName() {
    assertEquals(
        Instant.parse("2025-01-01T00:00:00Z"),
        ClockService.start("virtual:2025-01-01T00:00:00Z", "virtual:"));
    for (String wrong : new String[] {"virtual:soon", "fast", ""}) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> ClockService.start(wrong, "virtual:"));
      assertTrue(String.valueOf(e.getMessage()).contains("marquetry.clock"), e.getMessage());
    }
  }
}
