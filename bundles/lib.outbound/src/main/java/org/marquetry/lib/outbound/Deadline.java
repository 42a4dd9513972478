package org.marquetry.lib.outbound;

import java.net.HttpURLConnection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Breaks a connection that is still busy when its time is over. Timeouts of a connection only end
/// silence: whoever sends a byte of a header now and then would hold it for ever.
public final class Deadline implements AutoCloseable {
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  private Deadline() {}

  /// @param deadline as `System.nanoTime()`
  public static Deadline of(HttpURLConnection connection, long deadline) {
    Deadline made = new Deadline();
    var _ =
        made.done
            .orTimeout(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)
            .whenComplete((_, late) -> {
              if (late != null) connection.disconnect();
            });
    return made;
  }

  /// Whether the connection was broken.
  public boolean isOver() {
    return done.isCompletedExceptionally();
  }

  @Override
  public void close() {
    done.complete(null);
  }
}
