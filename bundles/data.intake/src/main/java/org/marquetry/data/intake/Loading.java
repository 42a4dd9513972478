package org.marquetry.data.intake;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.warehouse.api.BatchSink;
import org.marquetry.warehouse.api.LoadReceipt;
import org.marquetry.warehouse.api.WarehouseLoader;

/// Hands the clean rows to the warehouse, in one batch.
final class Loading {
  private static final List<String> TABLES =
      List.of("events", "products", "customers", "campaigns", "campaign_members");
  private static final int CHECK = 50_000;

  private final Staging staging;
  private final Progress progress;

  Loading(Staging staging, Progress progress) {
    this.staging = staging;
    this.progress = progress;
  }

  LoadReceipt load(WarehouseLoader loader, String batchId, Map<String, String> shop) {
    return loader.load(
        batchId,
        Map.of(),
        sink -> {
          sink.add("shop", shop);
          long all = 0;
          for (String table : TABLES) {
            all += staging.number("SELECT count(*) FROM out_" + table);
          }
          long done = 0;
          for (String table : TABLES) {
            done = rows(table, sink, done, Math.max(1, all));
          }
        });
  }

  private long rows(String table, BatchSink sink, long before, long all) {
    long[] done = {before};
    Map<String, @Nullable Object> values = new HashMap<>();
    staging.each(
        "SELECT * EXCLUDE (file, row) FROM out_"
            + table
            + " ORDER BY "
            + (table.equals("events") ? "file, row" : "file NULLS LAST, row"),
        r -> {
          ResultSetMetaData meta = r.getMetaData();
          values.clear();
          for (int i = 1; i <= meta.getColumnCount(); i++) {
            values.put(meta.getColumnLabel(i), value(r, i));
          }
          if (table.equals("events")) {
            values.put("received_at", values.get("occurred_at"));
          }
          sink.add(table, values);
          if (++done[0] % CHECK == 0) {
            progress.at((double) done[0] / all);
            if (progress.cancelled()) {
              throw new CancellationException("import cancelled");
            }
          }
        });
    return done[0];
  }

  private static @Nullable Object value(ResultSet r, int i) throws SQLException {
    Object value = r.getObject(i);
    return value instanceof Timestamp ? instant(r.getObject(i, LocalDateTime.class)) : value;
  }

  private static Instant instant(LocalDateTime time) {
    return time.toInstant(ZoneOffset.UTC);
  }
}
