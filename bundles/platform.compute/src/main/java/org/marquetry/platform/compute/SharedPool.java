package org.marquetry.platform.compute;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.IntConsumer;
import org.marquetry.platform.api.compute.ComputePool;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/// One set of threads for all callers. A helper goes to the end of the queue after each piece, so
/// callers take turns.
@Provider("shared")
@Component(configurationPid = "org.marquetry.platform.compute")
@Designate(ocd = ComputeConfig.class)
public final class SharedPool implements ComputePool {
  private final int width;
  private final ExecutorService helpers;

  @Activate
  public SharedPool(ComputeConfig config) {
    this(config.threads() == 0 ? ownShare() : config.threads());
  }

  /// Make a pool of its own, for tests and tools.
  public SharedPool(int width) {
    if (width < 1) {
      throw new IllegalArgumentException("threads must be >= 0, got " + width);
    }
    this.width = width;
    helpers =
        Executors.newFixedThreadPool(
            Math.max(1, width - 1),
            Thread.ofPlatform().daemon().name("marquetry-compute-", 0).factory());
  }

  private static int ownShare() {
    int cores = Runtime.getRuntime().availableProcessors();
    return cores > 2 ? cores - 1 : cores;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void parallel(int tasks, IntConsumer body) {
    requireAtLeast(0, "tasks", tasks);
    if (tasks == 0) {
      return;
    }
    Pieces pieces = new Pieces(tasks, body, Actor.current());
    for (int k = 1; k < Math.min(width, tasks); k++) {
      help(pieces);
    }
    while (pieces.runOne()) {
      // the caller works too
    }
    pieces.join();
  }

  @Override
  public void waiting(int tasks, int atOnce, IntConsumer body) {
    requireAtLeast(0, "tasks", tasks);
    requireAtLeast(1, "atOnce", atOnce);
    if (tasks == 0) {
      return;
    }
    Pieces pieces = new Pieces(tasks, body, Actor.current());
    for (int k = 1; k < Math.min(atOnce, tasks); k++) {
      Thread.ofVirtual().name("marquetry-waiting").start(() -> runAll(pieces));
    }
    while (pieces.runOne()) {
      // the caller works too
    }
    pieces.join();
  }

  private static void runAll(Pieces pieces) {
    while (pieces.runOneAsActor()) {
      // until none is left
    }
  }

  private static void requireAtLeast(int least, String name, int value) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be >= " + least + ", got " + value);
    }
  }

  private void help(Pieces pieces) {
    try {
      helpers.execute(() -> {
        if (pieces.runOneAsActor()) {
          help(pieces);
        }
      });
    } catch (RejectedExecutionException e) {
      // the pool is closing: the caller finishes its pieces itself
    }
  }

  @Deactivate
  public void close() {
    helpers.shutdown();
  }
}
