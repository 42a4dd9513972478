package org.marquetry.platform.gate;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs service registrations one after the other and never under a lock, because registering
/// activates foreign components. Whoever finds it idle works the queue off.
final class Publisher {
  private static final Logger log = LoggerFactory.getLogger(Publisher.class);

  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger asked = new AtomicInteger();

  void add(Runnable task) {
    tasks.add(task);
  }

  void work() {
    if (asked.getAndIncrement() > 0) {
      return;
    }
    int answered;
    do {
      answered = asked.get();
      for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
        run(task);
      }
    } while (asked.addAndGet(-answered) > 0);
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (IllegalStateException stopped) {
      log.debug("the gate's bundle, or the service, has gone meanwhile", stopped);
    } catch (RuntimeException odd) { // a listener of foreign code must not stop the queue
      log.warn("a gate could not be published or withdrawn", odd);
    }
  }
}
