package org.marquetry.data.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.marquetry.platform.api.time.Timers;

/// Timers on a thread of their own, which is called `ticks`.
final class Ticks implements Timers, AutoCloseable {
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("ticks").factory());

  @Override
  public Timer at(String name, Instant when, Runnable task) {
    return timer(thread.submit(task));
  }

  @Override
  public Timer every(String name, Duration period, Runnable task) {
    return poll(name, period, task);
  }

  @Override
  public Timer poll(String name, Duration period, Runnable task) {
    long millis = period.toMillis();
    return timer(thread.scheduleAtFixedRate(task, millis, millis, TimeUnit.MILLISECONDS));
  }

  private static Timer timer(Future<?> waiting) {
    return () -> waiting.cancel(false);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
