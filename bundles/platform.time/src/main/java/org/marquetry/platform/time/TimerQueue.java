package org.marquetry.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.Timers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is due when; equal times in the order they were set. Safe for use by many threads.
final class TimerQueue {
  private static final Logger log = LoggerFactory.getLogger(TimerQueue.class);

  private final PriorityQueue<Turn> queue =
      new PriorityQueue<>(Comparator.comparing(Turn::due).thenComparingLong(Turn::number));
  private long numbers;

  /// When a timer runs next.
  record Turn(Instant due, long number, Task timer) {}

  /// A timer.
  final class Task implements Timers.Timer {
    private final String name;
    private final @Nullable Duration period; // null: once
    private final Actor actor = Actor.current();
    private final Runnable task;
    private final AtomicBoolean running = new AtomicBoolean();

    private Task(String name, @Nullable Duration period, Runnable task) {
      this.name = name;
      this.period = period;
      this.task = task;
    }

    String name() {
      return name;
    }

    /// Run the task, unless the run before still goes on; what it throws is logged and ends nothing
    /// else.
    void run() {
      if (!running.compareAndSet(false, true)) {
        return;
      }
      try {
        actor.run(task);
      } catch (RuntimeException e) {
        log.error("The timer {} failed", name, e);
      } finally {
        running.set(false);
      }
    }

    @Override
    public boolean cancel() {
      return remove(this);
    }
  }

  /// Set a timer for the actor of now.
  ///
  /// @param period null: once
  synchronized Timers.Timer put(
      String name, Instant due, @Nullable Duration period, Runnable task) {
    Task timer = new Task(name, period, task);
    add(timer, due);
    return timer;
  }

  private void add(Task timer, Instant due) {
    queue.add(new Turn(due, numbers++, timer));
  }

  private synchronized boolean remove(Task timer) {
    return queue.removeIf(turn -> turn.timer() == timer);
  }

  synchronized Optional<Instant> nextDue() {
    return Optional.ofNullable(queue.peek()).map(Turn::due);
  }

  /// When the next timer without a period is due.
  synchronized Optional<Instant> nextOnce() {
    return queue.stream()
        .filter(turn -> turn.timer().period == null)
        .map(Turn::due)
        .min(Instant::compareTo);
  }

  /// Take the next turn that is due; a timer with a period is set again.
  synchronized Optional<Turn> take(Instant now) {
    Turn turn = queue.peek();
    if (turn == null || turn.due().isAfter(now)) {
      return Optional.empty();
    }
    queue.remove();
    Duration period = turn.timer().period;
    if (period != null) {
      add(turn.timer(), turn.due().plus(period));
    }
    return Optional.of(turn);
  }

  /// Set a timer with a period anew from now on, when runs of it were missed.
  synchronized void skipMissed(Task timer, Instant now) {
    Duration period = timer.period;
    if (period != null
        && queue.removeIf(turn -> turn.timer() == timer && turn.due().isBefore(now))) {
      add(timer, now.plus(period));
    }
  }
}
