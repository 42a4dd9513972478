package org.marquetry.platform.gate;

import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.ProviderMissing;

/// What stands behind one published proxy: the slot that new calls go to.
///
/// Public because generated proxies use it; the bundle exports nothing.
public final class Gate {
  private final String label;
  private final MethodRule[] rules;
  private final Alarms alarms;
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile @Nullable Slot current;
  private long waitUntilNanos = System.nanoTime();

  Gate(String label, List<MethodRule> rules, Alarms alarms) {
    this.label = label;
    this.rules = rules.toArray(MethodRule[]::new);
    this.alarms = alarms;
  }

  /// Send new calls, and those that wait, to a slot.
  void admitTo(Slot slot) {
    change(slot, System.nanoTime());
  }

  /// Let calls wait for a successor, at most until this [System#nanoTime].
  void close(long untilNanos) {
    change(null, untilNanos);
  }

  private void change(@Nullable Slot slot, long untilNanos) {
    lock.lock();
    try {
      current = slot;
      waitUntilNanos = untilNanos;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Nullable Slot current() {
    return current;
  }

  /// Tell whether nobody answers and nobody is waited for any more.
  boolean isOver() {
    lock.lock();
    try {
      return current == null && waitUntilNanos - System.nanoTime() <= 0;
    } finally {
      lock.unlock();
    }
  }

  /// Check the method's rule and enter the current provider; wait for a successor during a swap.
  ///
  /// @param method number of the method in [ApiMethods]
  /// @throws org.marquetry.platform.api.gate.PermissionDenied if the actor may not call it
  /// @throws ProviderMissing if no provider answers within the grace
  public Call enter(int method) {
    MethodRule rule = rules[method];
    rule.check();
    Slot slot = current;
    if (slot == null || !slot.enter()) {
      slot = awaitSuccessor(rule);
    }
    return rule.limit(slot, alarms);
  }

  /// A retired slot is never current: it is replaced before it is drained. So waiting for a change
  /// is enough, and a slot seen under the lock lets the call in.
  private Slot awaitSuccessor(MethodRule rule) {
    lock.lock();
    try {
      while (true) {
        Slot slot = current;
        if (slot != null && slot.enter()) {
          return slot;
        }
        long rest = waitUntilNanos - System.nanoTime();
        if (slot == null && rest <= 0) {
          throw missing(rule, "nobody provides it now");
        }
        changed.awaitNanos(Math.max(rest, 1));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw missing(rule, "interrupted while waiting for a new provider");
    } finally {
      lock.unlock();
    }
  }

  private ProviderMissing missing(MethodRule rule, String why) {
    return new ProviderMissing(
        rule.method()
            + ": "
            + why
            + " ("
            + label
            + "); start or install a bundle that provides it");
  }

  @Override
  public String toString() {
    return label;
  }
}
