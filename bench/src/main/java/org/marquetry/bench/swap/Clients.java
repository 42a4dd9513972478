package org.marquetry.bench.swap;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Threads that call one after the other until they are closed.
final class Clients implements AutoCloseable {
  /// Clients think a little: a machine that only computes would measure its own queue.
  private static final long PAUSE_NANOS = 2_000_000;

  private static final int TOLD = 5;

  private final AtomicLong good = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final PriorityQueue<Gap> longest = new PriorityQueue<>(); // the shortest first
  private final AtomicBoolean running = new AtomicBoolean(true);
  private final Supplier<String> during;
  private final List<Thread> threads;

  /// @param during what happens at the moment
  record Gap(long millis, String during) implements Comparable<Gap> {
    @Override
    public int compareTo(Gap other) {
      return Long.compare(millis, other.millis);
    }

    @Override
    public String toString() {
      return millis + " " + during;
    }
  }

  /// @param calls one client each
  /// @param during tells what happens at the moment
  Clients(List<Callable<Boolean>> calls, Supplier<String> during) {
    this.during = during;
    threads = calls.stream().map(call -> Thread.ofPlatform().start(() -> run(call))).toList();
  }

  long good() {
    return good.get();
  }

  long failed() {
    return failed.get();
  }

  /// The longest times that a client waited from one right answer to its next, the longest first.
  List<Gap> longest() {
    synchronized (longest) {
      return longest.stream().sorted(Comparator.reverseOrder()).toList();
    }
  }

  private void waited(Gap gap) {
    synchronized (longest) {
      longest.add(gap);
      if (longest.size() > TOLD) {
        longest.remove();
      }
    }
  }

  private void run(Callable<Boolean> call) {
    long answered = System.nanoTime();
    String before = during.get();
    while (running.get()) {
      if (isGood(call)) {
        long now = System.nanoTime();
        waited(new Gap((now - answered) / 1_000_000, before));
        answered = now;
        good.incrementAndGet();
      } else {
        failed.incrementAndGet();
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      before = during.get();
    }
  }

  private boolean isGood(Callable<Boolean> call) {
    try {
      return call.call();
    } catch (Exception e) { // whatever it is, the call failed
      if (failed.get() < 5) {
        System.err.println("a call failed: " + e);
      }
      return false;
    }
  }

  @Override
  public void close() {
    running.set(false);
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
