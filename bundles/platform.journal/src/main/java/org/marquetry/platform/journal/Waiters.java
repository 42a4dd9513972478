package org.marquetry.platform.journal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Callers that wait for more entries. Costs the committer one volatile read when nobody waits.
final class Waiters {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private final AtomicInteger waiting = new AtomicInteger();

  void wake() {
    if (waiting.get() == 0) {
      return;
    }
    lock.lock();
    try {
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  List<Long> await(Supplier<List<Long>> ends, List<Long> known, Duration atMost) {
    long left = atMost.toNanos();
    lock.lock();
    try {
      waiting.incrementAndGet(); // before the ends are read, so that no wake is missed
      List<Long> now = ends.get();
      while (now.equals(known) && left > 0) {
        left = more.awaitNanos(left);
        now = ends.get();
      }
      return now;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return known;
    } finally {
      waiting.decrementAndGet();
      lock.unlock();
    }
  }
}
