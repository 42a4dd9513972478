package org.marquetry.platform.gate;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The gate's one timer thread: ends calls that are over their time and withdraws gates whose grace
/// has passed. Its owner closes it.
final class Alarms implements AutoCloseable {
  private final ScheduledThreadPoolExecutor timer;

  Alarms() {
    timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("marquetry-gate-timer").factory());
    timer.setRemoveOnCancelPolicy(true);
    timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
  }

  /// Run a short task later; never, if this is closed before.
  Future<?> after(long nanos, Runnable task) {
    return timer.schedule(task, nanos, TimeUnit.NANOSECONDS);
  }

  /// Run a task later that may call foreign code: it gets a thread of its own.
  void afterOnOwnThread(long nanos, Runnable task) {
    Future<?> _ =
        after(nanos, () -> Thread.ofVirtual().name("marquetry-gate-withdrawal").start(task));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
