package org.marquetry.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.time.Timers;

/// Timers on the machine's clock: one thread waits, each task runs on a virtual thread of its own.
/// A clock that was set is noticed within a second.
final class MachineTimers implements Timers, AutoCloseable {
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

  private final InstantSource clock;
  private final TimerQueue queue = new TimerQueue();
  private final Thread thread;
  private volatile boolean closing;

  MachineTimers(InstantSource clock) {
    this.clock = clock;
    this.thread = Thread.ofPlatform().daemon().name("timers").start(this::run);
  }

  @Override
  public Timer at(String name, Instant when, Runnable task) {
    return set(name, when, null, task);
  }

  @Override
  public Timer every(String name, Duration period, Runnable task) {
    Periods.check(period);
    return set(name, clock.instant().plus(period), period, task);
  }

  @Override
  public Timer poll(String name, Duration period, Runnable task) {
    return every(name, period, task);
  }

  private Timer set(String name, Instant due, @Nullable Duration period, Runnable task) {
    Timer timer = queue.put(name, due, period, task);
    LockSupport.unpark(thread);
    return timer;
  }

  private void run() {
    while (!closing) {
      Instant now = clock.instant();
      queue
          .take(now)
          .ifPresentOrElse(
              turn -> {
                queue.skipMissed(turn.timer(), now);
                Thread.ofVirtual().name("timer-" + turn.timer().name()).start(turn.timer()::run);
              },
              () -> sleep(now));
    }
  }

  private void sleep(Instant now) {
    Duration sleep = queue.nextDue().map(d -> Duration.between(now, d)).orElse(LONGEST_SLEEP);
    LockSupport.parkNanos(
        sleep.compareTo(LONGEST_SLEEP) < 0 ? sleep.toNanos() : LONGEST_SLEEP.toNanos());
  }

  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
