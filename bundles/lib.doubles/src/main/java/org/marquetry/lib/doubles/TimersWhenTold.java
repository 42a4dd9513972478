package org.marquetry.lib.doubles;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.marquetry.platform.api.time.Timers;

/// Timers that run when they are told; what is to run once is not set.
public final class TimersWhenTold implements Timers {
  private final List<Runnable> tasks = new CopyOnWriteArrayList<>();

  /// Run what is set, as if its period had passed.
  public void run() {
    tasks.forEach(Runnable::run);
  }

  @Override
  public Timer at(String name, Instant when, Runnable task) {
    throw new UnsupportedOperationException(name);
  }

  @Override
  public Timer every(String name, Duration period, Runnable task) {
    tasks.add(task);
    return () -> tasks.remove(task);
  }

  @Override
  public Timer poll(String name, Duration period, Runnable task) {
    return every(name, period, task);
  }
}
