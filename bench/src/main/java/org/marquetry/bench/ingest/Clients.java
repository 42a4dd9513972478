package org.marquetry.bench.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.ProductId;

/// Clients, each a virtual thread as behind the door, that each send one event, wait until it is on
/// disk, and send the next.
final class Clients {
  private static final int KEPT = 20_000;

  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  /// What one round gave.
  ///
  /// @param perSecond acknowledged events a second, all clients together
  /// @param p99Ms 99th percentile of the wait of one event, in milliseconds
  record Round(double perSecond, double p99Ms) {}

  Round run(Store store, String round, int clients, double seconds) throws Exception {
    List<Thread> threads = new ArrayList<>();
    long[][] waits = new long[clients][KEPT];
    int[] counts = new int[clients];
    long begin = System.nanoTime();
    long end = begin + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    for (int c = 0; c < clients; c++) {
      int client = c;
      threads.add(
          Thread.ofVirtual()
              .start(() -> counts[client] = send(store, round + "-" + client, end, waits[client])));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double took = (System.nanoTime() - begin) / 1e9;
    Exception failed = failure.get();
    if (failed != null) {
      throw failed;
    }
    return new Round(Arrays.stream(counts).sum() / took, p99(waits, counts));
  }

  private int send(Store store, String prefix, long end, long[] waits) {
    int sent = 0;
    try {
      while (System.nanoTime() < end) {
        Event event = event(prefix, sent);
        long begin = System.nanoTime();
        store.append(event);
        waits[sent % KEPT] = System.nanoTime() - begin;
        sent++;
      }
    } catch (Exception e) { // of any engine; the round fails with it
      failure.set(e);
    }
    return sent;
  }

  private static Event event(String prefix, int i) {
    return Event.builder(prefix + "-" + i, "viewed", Instant.ofEpochSecond(1_700_000_000L + i))
        .customer(new CustomerId("customer-" + i % 5_000))
        .product(new ProductId("product-" + i % 1_000))
        .session("session-" + prefix)
        .property("device", "phone")
        .property("referrer", "https://example.org/search?q=lamp")
        .build();
  }

  private static double p99(long[][] waits, int[] counts) {
    long[] all = new long[Arrays.stream(counts).map(c -> Math.min(c, KEPT)).sum()];
    int at = 0;
    for (int c = 0; c < counts.length; c++) {
      int n = Math.min(counts[c], KEPT);
      System.arraycopy(waits[c], 0, all, at, n);
      at += n;
    }
    Arrays.sort(all);
    return all.length == 0 ? 0 : all[(int) ((all.length - 1) * 0.99)] / 1e6;
  }
}
