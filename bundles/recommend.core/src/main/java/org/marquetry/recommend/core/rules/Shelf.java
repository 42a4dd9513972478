package org.marquetry.recommend.core.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.ProviderMissing;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.ProductId;
import org.marquetry.warehouse.api.Row;
import org.marquetry.warehouse.api.Warehouse;
import org.marquetry.warehouse.api.WarehouseException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The products as last told, in memory. Read again when the warehouse has changed and the last
/// reading was ten times its own duration ago; one caller reads while the others take what is
/// there. While the warehouse does not answer, what was told before counts. Safe for many threads.
@Component(service = Shelf.class)
public final class Shelf {
  private static final Logger log = LoggerFactory.getLogger(Shelf.class);
  private static final int TIMES = 10;
  private static final long AGAIN_NANOS = Duration.ofSeconds(10).toNanos();
  private static final String SQL =
      """
      SELECT product_id, category, subcategory, brand, family_id, stock, price_minor, currency,
        CASE WHEN json_valid(attributes) THEN json_extract_string(attributes, '$.cost') END AS cost
      FROM v1.products
      """;

  private final Warehouse warehouse;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Read last;

  /// @param changes of the warehouse before it was read
  /// @param until the value of the clock before which it is not read again
  private record Read(Map<ProductId, Ware> wares, long changes, long until) {}

  @Activate
  public Shelf(@Reference Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /// The products that the catalogue names.
  public Map<ProductId, Ware> wares() {
    Read known = last;
    if (known != null && (isFresh(known) || !reading.tryLock())) {
      return known.wares;
    }
    if (known == null) {
      reading.lock();
    }
    try {
      Read now = last;
      if (now == null || !isFresh(now)) {
        now = readOr(now == null ? Map.of() : now.wares);
        last = now;
      }
      return now.wares;
    } finally {
      reading.unlock();
    }
  }

  private boolean isFresh(Read read) {
    try {
      return System.nanoTime() - read.until < 0 || read.changes == warehouse.changes();
    } catch (ProviderMissing e) {
      return true; // nothing newer can be had
    }
  }

  private Read readOr(Map<ProductId, Ware> former) {
    try {
      return read();
    } catch (WarehouseException | ProviderMissing e) {
      log.warn(
          "the products could not be read, rules go by what was told before: {}", e.toString());
      return new Read(former, -1, System.nanoTime() + AGAIN_NANOS);
    }
  }

  private Read read() {
    long began = System.nanoTime();
    long changes = warehouse.changes();
    Map<ProductId, Ware> wares = new HashMap<>();
    Actor.SYSTEM.run(() ->
        warehouse.scan(
            SQL,
            List.of(),
            row -> {
              Ware ware = ware(row);
              wares.put(ware.id(), ware);
            }));
    long ended = System.nanoTime();
    return new Read(wares, changes, ended + TIMES * (ended - began));
  }

  private static Ware ware(Row row) {
    return new Ware(
        new ProductId(row.string("product_id")),
        row.optString("category"),
        row.optString("subcategory"),
        row.optString("brand"),
        row.optString("family_id"),
        row.optLong("stock"),
        margin(row));
  }

  private static OptionalDouble margin(Row row) {
    if (row.isNull("price_minor") || row.isNull("currency") || row.isNull("cost")) {
      return OptionalDouble.empty();
    }
    double price =
        new Money(row.longValue("price_minor"), row.string("currency")).toMajor().doubleValue();
    try {
      double cost = new BigDecimal(row.string("cost").strip()).doubleValue();
      return price > 0 && cost >= 0 ? OptionalDouble.of(1 - cost / price) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty(); // the shop wrote something else there
    }
  }
}
