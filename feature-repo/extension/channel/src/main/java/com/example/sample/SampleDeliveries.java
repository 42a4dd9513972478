package com.example.sample;

import com.example.sample.SamplePosted.Result;
import java.time.InstantSource;
import java.util.List;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.marquetry.sql.api.Row;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The last posts, in a table of this bundle's own schema.
@Component(service = SampleDeliveries.class)
public final class SampleDeliveries {
  private static final int KEPT = 1000;

  private final Database database;
  private final InstantSource clock;

  @Activate
  public SampleDeliveries(@Reference Databases databases, @Reference InstantSource clock) {
    this.database =
        Actor.SYSTEM.call(() ->
            databases.open(SampleDeliveries.class, List.of("0001-deliveries.sql")));
    this.clock = clock;
  }

  void note(String type, SamplePosted posted) {
    database.transaction(s -> {
      s.update(
          "INSERT INTO deliveries (at, type, result, detail, attempts) VALUES (?, ?, ?, ?, ?)",
          clock.instant(),
          type,
          posted.result().name(),
          posted.detail(),
          posted.attempts());
      return s.update(
          "DELETE FROM deliveries WHERE number <= (SELECT max(number) FROM deliveries) - " + KEPT);
    });
  }

  /// The newest first.
  List<SampleDelivery> newest(int limit) {
    return database.transaction(s ->
        s.query(
            "SELECT * FROM deliveries ORDER BY number DESC LIMIT " + limit,
            SampleDeliveries::delivery));
  }

  private static SampleDelivery delivery(Row row) {
    return new SampleDelivery(
        row.longValue("number"),
        row.instant("at"),
        row.string("type"),
        Result.valueOf(row.string("result")),
        row.string("detail"),
        (int) row.longValue("attempts"));
  }
}
