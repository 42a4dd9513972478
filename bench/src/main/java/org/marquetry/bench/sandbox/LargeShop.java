package org.marquetry.bench.sandbox;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.marquetry.lib.json.Json;
import org.marquetry.sandbox.core.SandboxPast;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventTypes;

/// Tells the whole past of a large shop to nobody and says how fast, in how much memory, and
/// whether it was complete and in order.
final class LargeShop {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int PRODUCTS = 20_000;
  private static final int OFTEN = 1 << 16;
  private static final double MEGABYTE = 1 << 20;

  private long events;
  private long registered;
  private boolean ordered = true;
  private Instant last = Instant.MIN;
  private long live;

  private LargeShop() {}

  /// @return whether everybody came and every event was told in its turn
  static boolean tell(int customers) {
    LargeShop shop = new LargeShop();
    long begin = System.nanoTime();
    int came =
        SandboxPast.of(1, customers, PRODUCTS, TODAY, ZONE, "CNY")
            .tell(shop::count)
            .customers()
            .size();
    double seconds = (System.nanoTime() - begin) / 1e9;
    boolean complete =
        came == customers
            && shop.registered == customers
            && LocalDate.ofInstant(shop.last, ZONE).equals(TODAY.minusDays(1));
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("bench", "sandbox");
    out.put("size", "large");
    out.put("customers", came);
    out.put("products", PRODUCTS);
    out.put("events", shop.events);
    out.put("complete", complete);
    out.put("inOrder", shop.ordered);
    out.put("seconds", Sample.round(seconds));
    out.put("eventsPerSecond", Math.round(shop.events / seconds));
    out.put("heapLimitMb", Math.round(Runtime.getRuntime().maxMemory() / MEGABYTE));
    out.put("liveHeapMb", Math.round(shop.live / MEGABYTE));
    System.out.print(Json.write(out));
    return complete && shop.ordered;
  }

  private void count(Event event) {
    events++;
    ordered &= !event.occurredAt().isBefore(last);
    last = event.occurredAt();
    if (event.type().equals(EventTypes.CUSTOMER_CHANGED)) {
      registered++;
    }
    if (events % OFTEN == 0) {
      live = Math.max(live, afterCollection());
    }
  }

  /// What the last collections of garbage left.
  private static long afterCollection() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getCollectionUsage)
        .filter(usage -> usage != null)
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }
}
