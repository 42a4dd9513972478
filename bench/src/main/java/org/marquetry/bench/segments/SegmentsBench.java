package org.marquetry.bench.segments;

import static org.marquetry.profile.api.SegmentRule.all;
import static org.marquetry.profile.api.SegmentRule.any;
import static org.marquetry.profile.api.SegmentRule.atLeast;
import static org.marquetry.profile.api.SegmentRule.between;
import static org.marquetry.profile.api.SegmentRule.daysAgo;
import static org.marquetry.profile.api.SegmentRule.none;
import static org.marquetry.profile.api.SegmentRule.oneOf;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.marquetry.access.api.Audit;
import org.marquetry.bench.Folders;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.platform.journal.FileJournal;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.SegmentRule.DeedRow;
import org.marquetry.profile.api.SegmentRule.Measure;
import org.marquetry.profile.api.SegmentRule.Thing;
import org.marquetry.profile.api.Segments;
import org.marquetry.profile.api.Traits;
import org.marquetry.profile.core.live.CoreLiveProfiles;
import org.marquetry.profile.core.live.LiveStore;
import org.marquetry.profile.core.segment.CoreSegments;
import org.marquetry.profile.core.segment.SegmentStore;
import org.marquetry.sql.h2.H2Databases;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;

/// Counts rules of several kinds. `cold`: an event came before each count, so every row is looked
/// at anew. `typed`: one value of one row is another one at each count, as under a finger.
public final class SegmentsBench {
  private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
  private static final long SEED = 20261129;

  private SegmentsBench() {}

  public static void main(String[] arguments) throws Exception {
    boolean quick = List.of(arguments).contains("--quick");
    int customers = quick ? 100_000 : 1_000_000;
    int rounds = 40;
    Path folder = Folders.make("segments");
    SharedPool pool = new SharedPool(Runtime.getRuntime().availableProcessors());
    InstantSource clock = InstantSource.fixed(NOW);
    try (FileJournal journal = FileJournal.open(folder.resolve("journal"), clock);
        DuckDbWarehouse warehouse = new DuckDbWarehouse(folder.resolve("warehouse"));
        H2Databases databases = new H2Databases(folder.resolve("store"), clock)) {
      Folded feed = new Folded(new Population(SEED, NOW), journal.partitions(), customers);
      LiveStore store = new LiveStore(feed, journal, warehouse);
      long folded = memory();
      ShopZone zone = new Utc();
      CoreSegments segments =
          new CoreSegments(
              store,
              new SegmentStore(databases, clock),
              new CoreLiveProfiles(store, warehouse, clock, zone, () -> Optional.of("EUR")),
              warehouse,
              pool,
              new Silent(),
              zone,
              () -> Optional.of("EUR"));
      long boards = memory() - folded;
      Map<String, IntFunction<SegmentRule>> rules = rules();
      StringBuilder out = new StringBuilder();
      for (Map.Entry<String, IntFunction<SegmentRule>> rule : rules.entrySet()) {
        double[] cold = times(segments, feed, rule.getValue(), rounds, true);
        double[] typed = times(segments, feed, rule.getValue(), rounds, false);
        out.append(
            String.format(
                Locale.ROOT,
                ", \"%s\": {\"coldP50Ms\": %.1f, \"coldP99Ms\": %.1f, \"typedP50Ms\": %.1f,"
                    + " \"typedP99Ms\": %.1f, \"count\": %d}",
                rule.getKey(),
                at(cold, 0.5),
                at(cold, 0.99),
                at(typed, 0.5),
                at(typed, 0.99),
                segments.count(rule.getValue().apply(0)).count()));
      }
      System.out.printf(
          Locale.ROOT,
          "{\"customers\": %d, \"seed\": %d, \"threads\": %d, \"rounds\": %d,"
              + " \"foldBytesPerCustomer\": %d, \"boardBytesPerCustomer\": %d%s}%n",
          segments.count(SegmentRule.everybody()).customers(),
          SEED,
          Runtime.getRuntime().availableProcessors(),
          rounds,
          folded / customers,
          boards / customers,
          out);
      store.stop();
    } finally {
      pool.close();
      Folders.delete(folder);
    }
  }

  private static Map<String, IntFunction<SegmentRule>> rules() {
    Map<String, IntFunction<SegmentRule>> rules = new LinkedHashMap<>();
    rules.put(
        "boughtOnce",
        n -> all(between(Traits.ORDERS, 1, 1), daysAgo(Traits.LAST_ORDER, 60, 120 + n)));
    rules.put("netRevenue", n -> all(atLeast(Traits.NET_REVENUE, 5_000 + n)));
    rules.put("averageOrder", n -> all(atLeast(Traits.AVERAGE_ORDER, 5_000 + n)));
    rules.put("quietDays", n -> all(between(Traits.QUIET_DAYS, 30, 60 + n)));
    rules.put("city", n -> all(oneOf(Traits.CITY, n % 2 == 0 ? "Bath" : "York", "nowhere " + n)));
    rules.put("viewedAnything", n -> all(deed("viewed", Thing.ANYTHING, 3, 90 + n % 200)));
    rules.put("viewedCategory", n -> all(deed("viewed", Thing.CATEGORY, 2, 90 + n % 200)));
    rules.put("viewedBrand", n -> all(deed("viewed", Thing.BRAND, 1, 90 + n % 200)));
    rules.put("viewedProduct", n -> all(deed("viewed", Thing.PRODUCT, 1, 90 + n % 200)));
    rules.put("neverViewedCategory", n -> none(deed("viewed", Thing.CATEGORY, 1, 90 + n % 200)));
    rules.put("boughtAnything", n -> all(deed("ordered", Thing.ANYTHING, 2, 90 + n % 200)));
    rules.put("boughtCategory", n -> all(deed("ordered", Thing.CATEGORY, 1, 90 + n % 200)));
    rules.put("boughtBrand", n -> all(deed("ordered", Thing.BRAND, 1, 90 + n % 200)));
    rules.put("spentOnCategory", n -> all(spent(5_000 + n)));
    rules.put(
        "tenRows",
        n ->
            all(
                atLeast(Traits.ORDERS, 1),
                atLeast(Traits.NET_REVENUE, 5_000),
                daysAgo(Traits.LAST_ORDER, 0, 100 + n),
                oneOf(Traits.CONSENT_EMAIL, "granted"),
                any(
                    oneOf(Traits.CITY, "Bath", "上海"),
                    deed("viewed", Thing.CATEGORY, 1, 300),
                    deed("viewed", Thing.BRAND, 1, 365)),
                none(
                    deed("ordered", Thing.CATEGORY, 2, 365),
                    deed("viewed", Thing.PRODUCT, 3, 30),
                    atLeast(Traits.AVERAGE_ORDER, 40_000))));
    return rules;
  }

  private static DeedRow deed(String type, Thing thing, int times, int days) {
    String name =
        switch (thing) {
          case CATEGORY -> Population.category(3);
          case BRAND -> "Brand 7";
          case PRODUCT -> "p5";
          case ANYTHING -> "";
        };
    return new DeedRow(
        type,
        thing,
        name,
        Measure.TIMES,
        OptionalDouble.of(times),
        OptionalDouble.empty(),
        OptionalInt.of(days));
  }

  /// In minor units, ever.
  private static DeedRow spent(double minor) {
    return new DeedRow(
        "ordered",
        Thing.CATEGORY,
        Population.category(3),
        Measure.MONEY,
        OptionalDouble.of(minor),
        OptionalDouble.empty(),
        OptionalInt.empty());
  }

  private static double[] times(
      Segments segments, Folded feed, IntFunction<SegmentRule> rule, int rounds, boolean cold) {
    double[] millis = new double[rounds];
    for (int n = -rounds / 4; n < rounds; n++) { // the first quarter warms up
      if (cold) {
        feed.happens();
      }
      SegmentRule asked = rule.apply(cold ? 0 : n + rounds);
      long begin = System.nanoTime();
      segments.count(asked);
      segments.sentence(asked);
      if (n >= 0) {
        millis[n] = (System.nanoTime() - begin) / 1e6;
      }
    }
    Arrays.sort(millis);
    return millis;
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
  }

  private static long memory() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static final class Utc implements ShopZone {
    @Override
    public ZoneId zone() {
      return ZoneId.of("UTC");
    }

    @Override
    public LocalDate day(Instant moment) {
      return LocalDate.ofInstant(moment, zone());
    }

    @Override
    public LocalDate today() {
      return day(NOW);
    }

    @Override
    public Instant start(LocalDate day) {
      return day.atStartOfDay(zone()).toInstant();
    }
  }

  private static final class Silent implements Audit {
    @Override
    public void note(Act act) {}

    @Override
    public List<Entry> list(Query query) {
      return List.of();
    }

    @Override
    public Verified verify() {
      return new Verified(0, "", Optional.empty());
    }
  }
}
