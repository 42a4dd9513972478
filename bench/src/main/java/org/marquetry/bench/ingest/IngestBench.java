package org.marquetry.bench.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.marquetry.bench.Folders;

/// Runs the three stores in turn, round by round, so that a noisy machine hits all alike; prints
/// the medians. The first round of each warms up and does not count.
public final class IngestBench {
  private static final int CLIENTS = 64;
  private static final double WARM_UP_SECONDS = 5;

  private IngestBench() {}

  public static void main(String[] arguments) throws Exception {
    boolean quick = List.of(arguments).contains("--quick");
    int rounds = quick ? 3 : 7;
    double seconds = quick ? 1 : 3;
    Path folder = Folders.make("ingest");
    Map<String, List<Clients.Round>> results = new LinkedHashMap<>();
    try (Store journal = new JournalStore(folder);
        Store raw = new RawLog(folder);
        Store sqlite = new SqliteStore(folder)) {
      Map<String, Store> stores = new LinkedHashMap<>();
      stores.put("journal", journal);
      stores.put("raw", raw);
      stores.put("sqlite", sqlite);
      for (int round = 0; round <= rounds; round++) {
        for (Map.Entry<String, Store> store : stores.entrySet()) {
          double length = round == 0 ? WARM_UP_SECONDS : seconds;
          Clients.Round done = new Clients().run(store.getValue(), "r" + round, CLIENTS, length);
          if (round > 0) {
            results.computeIfAbsent(store.getKey(), s -> new ArrayList<>()).add(done);
          }
        }
      }
    } finally {
      Folders.delete(folder);
    }
    print(results, rounds, seconds);
  }

  private static void print(Map<String, List<Clients.Round>> results, int rounds, double seconds) {
    double ours = perSecond(results, "journal");
    double sqlite = perSecond(results, "sqlite");
    double raw = perSecond(results, "raw");
    System.out.printf(
        Locale.ROOT,
        "{\"acksPerSecond\": %.0f, \"sqlitePerSecond\": %.0f, \"rawLogPerSecond\": %.0f, \"p99Ms\":"
            + " %.2f, \"rawLogP99Ms\": %.2f, \"timesSqlite\": %.1f, \"shareOfRawLog\": %.2f,"
            + " \"clients\": %d, \"rounds\": %d, \"secondsPerRound\": %.0f,"
            + " \"addedSyncMicros\": %s}%n",
        ours,
        sqlite,
        raw,
        p99(results, "journal"),
        p99(results, "raw"),
        ours / sqlite,
        ours / raw,
        CLIENTS,
        rounds,
        seconds,
        Optional.ofNullable(System.getenv("SLOW_SYNC_MICROS")).orElse("0"));
  }

  private static double perSecond(Map<String, List<Clients.Round>> results, String store) {
    return median(
        results.getOrDefault(store, List.of()).stream().map(Clients.Round::perSecond).toList());
  }

  private static double p99(Map<String, List<Clients.Round>> results, String store) {
    return median(
        results.getOrDefault(store, List.of()).stream().map(Clients.Round::p99Ms).toList());
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int n = sorted.size();
    return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
  }
}
