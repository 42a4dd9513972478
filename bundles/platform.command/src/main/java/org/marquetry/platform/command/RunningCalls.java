package org.marquetry.platform.command;

import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts running calls, so that stopping can ask them to end and wait for them.
final class RunningCalls {
  private static final Logger log = LoggerFactory.getLogger(RunningCalls.class);
  private static final long PATIENCE_SECONDS = 5;

  private final Phaser calls = new Phaser(1);
  private volatile boolean cancelled;

  /// One running call.
  final class Call implements AutoCloseable {
    boolean cancelled() {
      return cancelled || Thread.currentThread().isInterrupted();
    }

    @Override
    public void close() {
      calls.arriveAndDeregister();
    }
  }

  Call begin() {
    calls.register();
    return new Call();
  }

  /// Ask all calls to end and wait at most 5 s.
  void cancelAndAwait() {
    cancelled = true;
    int phase = calls.arriveAndDeregister();
    try {
      if (calls.getUnarrivedParties() > 0)
        calls.awaitAdvanceInterruptibly(phase, PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      log.warn(
          "{} calls did not end within {} s of being cancelled",
          calls.getUnarrivedParties(),
          PATIENCE_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
