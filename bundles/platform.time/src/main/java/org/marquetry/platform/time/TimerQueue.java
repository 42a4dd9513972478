package org.marquetry.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is due when; equal times in the order they were set. Safe for use by many threads.
final class TimerQueue {
  private static final Logger log = LoggerFactory.getLogger(TimerQueue.class);

  private final PriorityQueue<Timer> queue =
      new PriorityQueue<>(Comparator.comparing(Timer::due).thenComparingLong(Timer::number));
  private final Map<String, Timer> byKey = new HashMap<>();
  private long numbers;

  /// @param period null: once
  /// @param running the same for all runs of a timer with a period
  record Timer(
      String key,
      Instant due,
      long number,
      @Nullable Duration period,
      Actor actor,
      Runnable task,
      AtomicBoolean running) {
    /// Run the task, unless the run before still goes on; what it throws is logged and ends nothing
    /// else.
    void run() {
      if (!running.compareAndSet(false, true)) {
        return;
      }
      try {
        actor.run(task);
      } catch (RuntimeException e) {
        log.error("The timer {} failed", key, e);
      } finally {
        running.set(false);
      }
    }

    /// The same timer, due at another time.
    Timer again(Instant next, long nextNumber) {
      return new Timer(key, next, nextNumber, period, actor, task, running);
    }
  }

  synchronized void put(
      String key, Instant due, @Nullable Duration period, Actor actor, Runnable task) {
    cancel(key);
    add(new Timer(key, due, numbers++, period, actor, task, new AtomicBoolean()));
  }

  private void add(Timer timer) {
    byKey.put(timer.key(), timer);
    queue.add(timer);
  }

  synchronized boolean cancel(String key) {
    Timer timer = byKey.remove(key);
    return timer != null && queue.remove(timer);
  }

  synchronized Optional<Instant> nextDue() {
    return Optional.ofNullable(queue.peek()).map(Timer::due);
  }

  /// When the next timer without a period is due.
  synchronized Optional<Instant> nextOnce() {
    return queue.stream().filter(t -> t.period() == null).map(Timer::due).min(Instant::compareTo);
  }

  /// Take the next timer that is due; one with a period is set again.
  synchronized Optional<Timer> take(Instant now) {
    Timer timer = queue.peek();
    if (timer == null || timer.due().isAfter(now)) {
      return Optional.empty();
    }
    queue.remove();
    byKey.remove(timer.key());
    Duration period = timer.period();
    if (period != null) {
      add(timer.again(timer.due().plus(period), numbers++));
    }
    return Optional.of(timer);
  }

  /// Set a timer with a period anew from now on, when runs of it were missed.
  synchronized void skipMissed(String key, Instant now) {
    Timer timer = byKey.get(key);
    Duration period = timer == null ? null : timer.period();
    if (timer != null && period != null && timer.due().isBefore(now)) {
      cancel(key);
      add(timer.again(now.plus(period), numbers++));
    }
  }
}
