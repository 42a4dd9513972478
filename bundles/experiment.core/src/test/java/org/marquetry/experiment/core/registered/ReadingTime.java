package org.marquetry.experiment.core.registered;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.marquetry.experiment.api.RegisteredExperiment;
import org.marquetry.lib.doubles.ZoneOf;
import org.marquetry.warehouse.api.BatchSink;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;

/// How long a reading of many people takes: three orders each before the start, one person in three
/// orders in the 30 days after it.
final class ReadingTime {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final int TIMES = 5;

  private ReadingTime() {}

  /// Seconds, the shortest of some.
  static Map<String, Object> of(int people) throws IOException {
    RegisteredExperiment experiment = TrueCampaign.registered(START);
    Instant end = experiment.plan().plannedEnd();
    try (Scrap scrap = Scrap.make();
        DuckDbWarehouse warehouse = new DuckDbWarehouse(scrap.folder())) {
      warehouse.load("people", Map.of(), sink -> load(sink, people));
      ExperimentReader reader = new ExperimentReader(warehouse, ZoneOf.utc(() -> end));
      double read = Double.MAX_VALUE;
      double attributed = Double.MAX_VALUE;
      for (int n = 0; n < TIMES; n++) {
        read = Math.min(read, seconds(() -> reader.read(experiment, end)));
        attributed = Math.min(attributed, seconds(() -> reader.attribution(experiment, end, 7)));
      }
      Map<String, Object> out = new LinkedHashMap<>();
      out.put("people", people);
      out.put("readSeconds", Math.round(read * 1e3) / 1e3);
      out.put("attributionSeconds", Math.round(attributed * 1e3) / 1e3);
      return out;
    }
  }

  private static double seconds(Runnable act) {
    long begin = System.nanoTime();
    act.run();
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void load(BatchSink sink, int people) {
    Random random = new Random(1);
    for (int i = 0; i < people; i++) {
      boolean held = random.nextDouble() < TrueCampaign.HOLDOUT;
      sink.add(
          "decisions",
          Map.of(
              "decision_id", "d" + i,
              "decided_at", START,
              "point", "campaign.send",
              "customer_id", "c" + i,
              "arms", "{\"" + TrueCampaign.ID + "\":\"" + (held ? "holdout" : "message") + "\"}"));
      if (!held) {
        sink.add("events", event("sent", i, 0, START.plusSeconds(i % 86_400)));
      }
      for (int n = 0; n < 3; n++) {
        sink.add("events", order(i, n, -random.nextInt(80 * 86_400), random));
      }
      if (random.nextInt(3) == 0) {
        sink.add("events", order(i, 3, random.nextInt(30 * 86_400), random));
      }
    }
  }

  private static Map<String, @Nullable Object> order(int i, int n, int second, Random random) {
    Map<String, @Nullable Object> row =
        event("ordered", i, n, START.plus(Duration.ofSeconds(second)));
    row.put("order_id", "o" + i + "-" + n);
    row.put("product_id", "p" + random.nextInt(1_000));
    row.put("quantity", 1.0);
    row.put("amount_minor", (long) (8_000 * random.nextExponential()));
    row.put("currency", "CNY");
    return row;
  }

  private static Map<String, @Nullable Object> event(String type, int i, int n, Instant at) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("event_id", type + i + "-" + n);
    row.put("type", type);
    row.put("occurred_at", at);
    row.put("received_at", at);
    row.put("customer_id", "c" + i);
    row.put("properties", type.equals("sent") ? "{\"campaignId\":\"truth\"}" : "{}");
    return row;
  }
}
