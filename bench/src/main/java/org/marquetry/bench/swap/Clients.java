package org.marquetry.bench.swap;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Threads that call one after the other until they are closed.
final class Clients implements AutoCloseable {
  /// Clients think a little: a machine that only computes would measure its own queue.
  private static final long PAUSE_NANOS = 2_000_000;

  private final AtomicLong good = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong longestGapNanos = new AtomicLong();
  private final AtomicBoolean running = new AtomicBoolean(true);
  private final List<Thread> threads;

  /// @param calls one client each
  Clients(List<Callable<Boolean>> calls) {
    threads = calls.stream().map(call -> Thread.ofPlatform().start(() -> run(call))).toList();
  }

  long good() {
    return good.get();
  }

  long failed() {
    return failed.get();
  }

  /// Return the longest time a client waited from one right answer to its next.
  long longestGapMillis() {
    return longestGapNanos.get() / 1_000_000;
  }

  private void run(Callable<Boolean> call) {
    long answered = System.nanoTime();
    while (running.get()) {
      if (isGood(call)) {
        long now = System.nanoTime();
        longestGapNanos.accumulateAndGet(now - answered, Math::max);
        answered = now;
        good.incrementAndGet();
      } else {
        failed.incrementAndGet();
      }
      LockSupport.parkNanos(PAUSE_NANOS);
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
