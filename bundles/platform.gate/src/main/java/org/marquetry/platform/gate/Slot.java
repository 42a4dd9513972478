package org.marquetry.platform.gate;

import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/// One provider's service, with a count of the calls inside it. It serves as the [Call] of every
/// call that needs no time limit, so an ordinary call allocates nothing.
final class Slot implements Call {
  private static final long LOOK_AGAIN_NANOS = 200_000;

  private final Source source;
  private final Object service;
  private final LongAdder entered = new LongAdder();
  private final LongAdder left = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private volatile boolean retired;

  Slot(Source source, Object service) {
    this.source = source;
    this.service = service;
  }

  Source source() {
    return source;
  }

  /// Let a call in; `false` if this slot is retired and the caller must look for the next one.
  boolean enter() {
    entered.increment();
    if (retired) {
      left.increment();
      return false;
    }
    return true;
  }

  @Override
  public Object service() {
    return service;
  }

  @Override
  public void leave() {
    left.increment();
  }

  @Override
  public Throwable failed(Throwable thrown) {
    failed.increment();
    leave();
    return thrown;
  }

  /// Let no further call in and wait for those inside.
  ///
  /// @param untilNanos the latest [System#nanoTime] to wait for
  /// @return how many calls are still inside; 0 when drained
  long drain(long untilNanos) {
    retired = true;
    while (running() > 0 && untilNanos - System.nanoTime() > 0) {
      LockSupport.parkNanos(this, LOOK_AGAIN_NANOS);
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
    }
    return running();
  }

  /// Return the number of calls inside. Exits are read first: 0 then proves that nobody was inside
  /// in between.
  long running() {
    long out = left.sum();
    return entered.sum() - out;
  }

  long calls() {
    return entered.sum();
  }

  long failures() {
    return failed.sum();
  }
}
