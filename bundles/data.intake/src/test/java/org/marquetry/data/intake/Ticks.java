package org.marquetry.data.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.marquetry.platform.api.time.Timers;

/// Timers on a thread of their own, which is called `ticks`.
final class Ticks implements Timers, AutoCloseable {
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("ticks").factory());
  private final Map<String, Future<?>> running = new ConcurrentHashMap<>();

  @Override
  public void at(String key, Instant when, Runnable task) {
    running.put(key, thread.submit(task));
  }

  @Override
  public void every(String key, Duration period, Runnable task) {
    poll(key, period, task);
  }

  @Override
  public void poll(String key, Duration period, Runnable task) {
    long millis = period.toMillis();
    running.put(key, thread.scheduleAtFixedRate(task, millis, millis, TimeUnit.MILLISECONDS));
  }

  @Override
  public boolean cancel(String key) {
    Future<?> gone = running.remove(key);
    return gone != null && gone.cancel(false);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
