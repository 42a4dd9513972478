package com.example.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who has how many points: on disk in this bundle's own schema, and in memory, since a segment
/// asks for many at once.
@Component(service = SamplePoints.class)
public final class SamplePoints implements SampleTraits.Points {
  private static final Logger log = LoggerFactory.getLogger(SamplePoints.class);

  private final Database database;
  private final Map<String, Double> points = new ConcurrentHashMap<>();
  private final AtomicLong version = new AtomicLong();

  @Activate
  public SamplePoints(@Reference Databases databases) {
    this.database =
        Actor.SYSTEM.call(() -> databases.open(SamplePoints.class, List.of("0001-points.sql")));
    points.putAll(read());
    log.info("points of {} customers", points.size());
  }

  private Map<String, Double> read() {
    Map<String, Double> all = new HashMap<>();
    database.transaction(s ->
        s.query(
            "SELECT customer, points FROM points",
            row -> all.put(row.string("customer"), row.doubleValue("points"))));
    return all;
  }

  void put(String customer, double value) {
    if (!Double.isFinite(value)) throw new IllegalArgumentException("points must be a number");
    database.transaction(s -> {
      s.update("DELETE FROM points WHERE customer = ?", customer);
      return s.update("INSERT INTO points (customer, points) VALUES (?, ?)", customer, value);
    });
    points.put(customer, value);
    version.incrementAndGet();
  }

  @Override
  public OptionalDouble of(String customer) {
    Double value = points.get(customer);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  @Override
  public long version() {
    return version.get();
  }

  int erase(String customer) {
    int erased =
        database.transaction(s -> s.update("DELETE FROM points WHERE customer = ?", customer));
    points.remove(customer);
    version.incrementAndGet();
    return erased;
  }
}
