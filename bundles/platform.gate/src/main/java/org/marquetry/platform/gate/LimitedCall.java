package org.marquetry.platform.gate;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.marquetry.platform.api.gate.TimeLimitExceeded;

/// A call whose thread is interrupted when its time has passed.
final class LimitedCall implements Call {
  private final Slot slot;
  private final MethodRule rule;
  private final Thread caller = Thread.currentThread();
  private final Future<?> alarm;
  private boolean over;
  private boolean interrupted;

  LimitedCall(Slot slot, MethodRule rule, Alarms alarms) {
    this.slot = slot;
    this.rule = rule;
    this.alarm = alarms.after(TimeUnit.MILLISECONDS.toNanos(rule.limitMillis()), this::interrupt);
  }

  private synchronized void interrupt() {
    if (!over) {
      interrupted = true;
      caller.interrupt();
    }
  }

  @Override
  public Object service() {
    return slot.service();
  }

  /// A call that came back with a value keeps it, even if late.
  @Override
  public void leave() {
    end();
    slot.leave();
  }

  @Override
  public Throwable failed(Throwable thrown) {
    boolean late = end();
    Throwable told = slot.failed(thrown);
    return late ? tooLate(told) : told;
  }

  private Throwable tooLate(Throwable cause) {
    return new TimeLimitExceeded(
            rule.method() + " took longer than its limit of " + rule.limitMillis() + " ms")
        .initCause(cause);
  }

  /// Stop the alarm; if it went off, the interrupt was ours and must not reach the caller's code.
  private synchronized boolean end() {
    over = true;
    alarm.cancel(false);
    if (interrupted) {
      Thread.interrupted();
    }
    return interrupted;
  }
}
