package org.marquetry.insight.core;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.warehouse.api.Warehouse;

/// Reads the span of events again when some came. In a shop of a hundred million events that takes
/// a second: while events stream in, a tenth of the time at most goes into it, and meanwhile days
/// stay as known as they were.
final class Spans {
  private static final String COUNT =
      "SELECT count(*) AS events FROM v1.events WHERE occurred_at < ?";
  private static final long FEW = 1_000_000; // events that are read each time
  private static final long TIMES = 10;

  private final Warehouse warehouse;
  private final ShopZone zone;
  private final Supplier<List<Stretch>> awake;
  private @Nullable Span last; // guarded by this
  private long made; // nanoseconds; guarded by this
  private long until; // nanoseconds; guarded by this

  /// @param awake when the suite ran
  Spans(Warehouse warehouse, ShopZone zone, Supplier<List<Stretch>> awake) {
    this.warehouse = warehouse;
    this.zone = zone;
    this.awake = awake;
  }

  /// @param before events dated later do not count
  synchronized Span read(Instant before) {
    long events =
        warehouse.query(COUNT, List.of(before), row -> row.longValue("events")).getFirst();
    Span known = last;
    long begin = System.nanoTime();
    boolean recent = begin - made < RangeCache.OLDEST.toNanos(); // an undo may hide in a count
    if (known != null && known.events() == events && recent) {
      return known;
    }
    if (known != null && begin - until < 0) {
      return new Span(events, known.acts(), known.orders());
    }
    Span read = Span.read(warehouse, zone, awake.get(), before);
    long took = System.nanoTime() - begin;
    until = System.nanoTime() + (events > FEW ? TIMES * took : 0);
    last = read;
    made = begin;
    return read;
  }
}
