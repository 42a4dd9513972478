package org.marquetry.platform.test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;

/// Threads that call until they are closed, and what failed of their calls.
final class Load implements AutoCloseable {
  private final AtomicLong good = new AtomicLong();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private final Runnable call;
  private final List<Thread> threads;
  private volatile boolean running = true;

  Load(int threadCount, Runnable call) {
    this.call = call;
    this.threads =
        IntStream.range(0, threadCount)
            .mapToObj(_ -> Thread.ofPlatform().start(this::run))
            .toList();
  }

  long good() {
    return good.get();
  }

  private void run() {
    while (running) {
      try {
        call.run();
        good.incrementAndGet();
      } catch (RuntimeException e) {
        failures.merge(String.valueOf(e), 1, Integer::sum);
      }
    }
  }

  /// End the threads; fails if one call failed.
  @Override
  public void close() {
    running = false;
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Assertions.assertEquals(Map.of(), failures, "failed calls beside " + good + " good ones");
  }
}
