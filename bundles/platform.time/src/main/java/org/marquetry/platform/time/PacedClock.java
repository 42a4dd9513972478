package org.marquetry.platform.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.platform.api.time.VirtualClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A clock that goes as the machine's does until somebody stops it, lets it go faster, or moves it;
/// and its timers. Where it stands outlives the process: it never goes back.
final class PacedClock implements InstantSource, VirtualClock, Timers, AutoCloseable {
  static final double REAL = 1;

  private static final Logger log = LoggerFactory.getLogger(PacedClock.class);
  private static final double FASTEST = 100_000;
  private static final Duration SLICE = Duration.ofHours(6);
  private static final long BEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long MOST_NANOS =
      TimeUnit.SECONDS.toNanos(1); // after a pause of the machine
  private static final Duration KEEP = Duration.ofMinutes(1);

  private final TimerQueue queue = new TimerQueue();
  private final MachineTimers polls;
  private final Path file;
  private final Thread thread;
  private volatile Instant now;
  private volatile double pace = REAL;
  private volatile Instant until = Instant.MAX;
  private volatile boolean closing;
  private Instant kept = Instant.MIN;

  /// @param from where it begins, unless it stood later before
  /// @param polls for what goes by the machine's time; closed with this
  /// @param file where it keeps where it stands
  PacedClock(Instant from, MachineTimers polls, Path file) {
    this.polls = polls;
    this.file = file;
    now = read(file).filter(from::isBefore).orElse(from);
    keep();
    thread = Thread.ofPlatform().daemon().name("clock").start(this::go);
  }

  private static Optional<Instant> read(Path file) {
    try {
      return Optional.of(Instant.parse(Files.readString(file).strip()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | DateTimeException e) {
      log.warn("Where the clock stood cannot be read from {}; it goes on from now", file, e);
      return Optional.empty();
    }
  }

  private synchronized void keep() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, now.toString());
      kept = now;
    } catch (IOException e) {
      log.warn("Where the clock stands cannot be kept in {}", file, e);
    }
  }

  private void go() {
    long before = System.nanoTime();
    while (!closing) {
      LockSupport.parkNanos(BEAT_NANOS);
      long tick = System.nanoTime();
      long elapsed = Math.min(MOST_NANOS, tick - before);
      before = tick;
      double going = pace;
      if (going > 0) {
        slide(end(now.plusNanos((long) (elapsed * going))), going > REAL);
      }
      if (!now.isBefore(until)) {
        pace = 0;
        until = Instant.MAX;
      }
      if (now.isAfter(kept.plus(KEEP))) {
        keep();
      }
    }
  }

  private Instant end(Instant wanted) {
    Instant limit = until;
    return wanted.isAfter(limit) ? limit : wanted;
  }

  /// Go on in slices. A timer without a period ends a slice, so it runs at its own time; one with a
  /// period runs at most once in a slice.
  private synchronized void slide(Instant moment, boolean inTurn) {
    while (now.isBefore(moment)) {
      now = sliceEnd(moment);
      for (Optional<TimerQueue.Turn> due = queue.take(now);
          due.isPresent();
          due = queue.take(now)) {
        TimerQueue.Task timer = due.get().timer();
        queue.skipMissed(timer, now);
        if (inTurn) {
          timer.run();
        } else {
          Thread.ofVirtual().name("timer-" + timer.name()).start(timer::run);
        }
      }
    }
  }

  private Instant sliceEnd(Instant moment) {
    Instant slice = now.plus(SLICE);
    Instant end = slice.isBefore(moment) ? slice : moment;
    Instant once = queue.nextOnce().orElse(Instant.MAX);
    return once.isBefore(end) ? (once.isAfter(now) ? once : now.plusMillis(1)) : end;
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
  public void advanceTo(Instant moment) {
    if (moment.isBefore(now)) {
      throw new IllegalArgumentException(
          "the clock stands at " + now + " and cannot go back to " + moment);
    }
    slide(moment, true);
    keep();
  }

  @Override
  public double pace() {
    return pace;
  }

  @Override
  public Optional<Instant> until() {
    Instant end = until;
    return pace > 0 && end.isBefore(Instant.MAX) ? Optional.of(end) : Optional.empty();
  }

  @Override
  public void run(double wanted, Instant end) {
    if (!(wanted >= 0 && wanted <= FASTEST)) {
      throw new IllegalArgumentException("pace must be in [0, 100000], got " + wanted);
    }
    until = end;
    pace = wanted;
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
    return polls.every(name, period, task);
  }

  @Override
  public void close() {
    polls.close();
    closing = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    keep();
  }
}
