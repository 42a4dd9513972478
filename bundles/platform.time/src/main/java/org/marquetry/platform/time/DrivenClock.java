package org.marquetry.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
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
    for (Optional<TimerQueue.Turn> due = queue.take(moment);
        due.isPresent();
        due = queue.take(moment)) {
      TimerQueue.Turn turn = due.get();
      if (turn.due().isAfter(now)) {
        now = turn.due();
      }
      turn.timer().run();
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
  public Timer at(String name, Instant when, Runnable task) {
    return queue.put(name, when, null, task);
  }

  @Override
  public Timer every(String name, Duration period, Runnable task) {
    Periods.check(period);
    return queue.put(name, now.plus(period), period, task);
  }

  @Override
  public Timer poll(String name, Duration period, Runnable task) {
    return every(name, period, task);
  }
}
