package org.marquetry.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.platform.api.time.VirtualClock;

/// A clock that stands until it is driven, and its timers. Public for tests of other bundles.
public final class DrivenClock implements InstantSource, VirtualClock, Timers {
  private final TimerQueue queue = new TimerQueue();
  private volatile Instant now;

  /// Make a clock that stands at a moment.
  public DrivenClock(Instant start) {
    now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public synchronized void advanceTo(Instant moment) {
    if (moment.isBefore(now)) {
      throw new IllegalArgumentException(
          "the clock stands at " + now + " and cannot go back to " + moment);
    }
    for (Optional<TimerQueue.Timer> due = queue.take(moment);
        due.isPresent();
        due = queue.take(moment)) {
      TimerQueue.Timer timer = due.get();
      if (timer.due().isAfter(now)) {
        now = timer.due();
      }
      timer.run();
    }
    now = moment;
  }

  @Override
  public double pace() {
    return 0;
  }

  @Override
  public Optional<Instant> until() {
    return Optional.empty();
  }

  @Override
  public void run(double pace, Instant until) {
    throw new IllegalStateException("this clock is driven by hand; use advanceTo");
  }

  @Override
  public void at(String key, Instant when, Runnable task) {
    queue.put(key, when, null, Actor.current(), task);
  }

  @Override
  public void every(String key, Duration period, Runnable task) {
    Periods.check(period);
    queue.put(key, now.plus(period), period, Actor.current(), task);
  }

  @Override
  public void poll(String key, Duration period, Runnable task) {
    every(key, period, task);
  }

  @Override
  public boolean cancel(String key) {
    return queue.cancel(key);
  }
}
