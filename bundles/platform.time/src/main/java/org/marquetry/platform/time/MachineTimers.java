package org.marquetry.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.marquetry.platform.api.gate.Actor;
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
  public void at(String key, Instant when, Runnable task) {
    queue.put(key, when, null, Actor.current(), task);
    LockSupport.unpark(thread);
  }

  @Override
  public void every(String key, Duration period, Runnable task) {
    Periods.check(period);
    queue.put(key, clock.instant().plus(period), period, Actor.current(), task);
    LockSupport.unpark(thread);
  }

  @Override
  public void poll(String key, Duration period, Runnable task) {
    every(key, period, task);
  }

  @Override
  public boolean cancel(String key) {
    return queue.cancel(key);
  }

  private void run() {
    while (!closing) {
      Instant now = clock.instant();
      queue
          .take(now)
          .ifPresentOrElse(
              timer -> {
                queue.skipMissed(timer.key(), now);
                Thread.ofVirtual().name("timer-" + timer.key()).start(timer::run);
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
