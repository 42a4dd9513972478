package org.marquetry.bench.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.SplittableRandom;
import org.duckdb.DuckDBDriver;
import org.marquetry.bench.Folders;
import org.marquetry.data.api.ImportCounts;
import org.marquetry.data.intake.FileImport;
import org.marquetry.warehouse.api.Scratch;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;

/// Imports a CSV of orders into an empty warehouse and into one with a million customers, in turns
/// with DuckDB's `read_csv` into a table of a file; prints the medians. The first round warms up.
/// `--gigabytes N` imports one file of that size instead, and tells the memory that it took.
public final class ImportBench {
  private static final Instant NOW = Instant.parse("2026-11-29T00:00:00Z");
  private static final int CUSTOMERS = 1_000_000;
  private static final double BYTES_A_ROW = 56;

  private ImportBench() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    List<String> given = List.of(arguments);
    int large = given.indexOf("--gigabytes");
    if (large >= 0) {
      large(Double.parseDouble(given.get(large + 1)));
      return;
    }
    boolean quick = given.contains("--quick");
    int rows = quick ? 300_000 : 2_000_000;
    int rounds = Integer.getInteger("rounds", quick ? 3 : 5);
    Path folder = Folders.make("imports");
    try {
      Path file = write(folder.resolve("orders.csv"), rows);
      List<Double> plain = new ArrayList<>();
      List<Double> empty = new ArrayList<>();
      List<Double> full = new ArrayList<>();
      for (int round = 0; round <= rounds; round++) {
        double a = readCsv(file, folder.resolve("plain" + round));
        double b = ours(file, folder.resolve("empty" + round), 0, rows);
        double c = ours(file, folder.resolve("full" + round), CUSTOMERS, rows);
        if (round > 0) {
          plain.add(a);
          empty.add(b);
          full.add(c);
        }
      }
      System.out.printf(
          Locale.ROOT,
          "{\"rows\": %d, \"megabytes\": %.0f, \"readCsvSeconds\": %.2f, \"importSeconds\": %.2f,"
              + " \"importAtAMillionSeconds\": %.2f, \"rowsPerSecond\": %.0f, \"shareOfReadCsv\":"
              + " %.2f, \"shareAtAMillion\": %.2f, \"rounds\": %d}%n",
          rows,
          Files.size(file) / 1e6,
          median(plain),
          median(empty),
          median(full),
          rows / median(empty),
          median(plain) / median(empty),
          median(empty) / median(full),
          rounds);
    } finally {
      Folders.delete(folder);
    }
  }

  private static void large(double gigabytes) throws IOException {
    Path folder = Folders.make("imports");
    try {
      int rows = (int) (gigabytes * 1e9 / BYTES_A_ROW);
      Path file = write(folder.resolve("orders.csv"), rows);
      double seconds = ours(file, folder.resolve("large"), 0, rows);
      double megabytes = Files.size(file) / 1e6;
      System.out.printf(
          Locale.ROOT,
          "{\"rows\": %d, \"megabytes\": %.0f, \"importSeconds\": %.1f, \"megabytesPerSecond\": %.1f,"
              + " \"peakResidentMb\": %d, \"heapLimitMb\": %d, \"databaseLimitMb\": 512}%n",
          rows,
          megabytes,
          seconds,
          megabytes / seconds,
          peakResident(),
          Runtime.getRuntime().maxMemory() >> 20);
    } finally {
      Folders.delete(folder);
    }
  }

  /// The most memory that this process ever had, in MB; 0 where the system does not tell.
  private static long peakResident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(l -> l.startsWith("VmHWM:"))
        .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) >> 10)
        .findFirst()
        .orElse(0);
  }

  private static Path write(Path file, int rows) throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("order_id,line,customer_id,product_id,quantity,amount,currency,ordered_at\n");
      for (int i = 0; i < rows; i++) {
        int order = i / 3;
        out.write(
            "%d,%d,c%d,p%d,%d,%d.%02d,EUR,2026-%02d-%02d %02d:%02d:%02d%n"
                .formatted(
                    1_000_000 + order,
                    i % 3 + 1,
                    order * 7919L % (rows / 6),
                    random.nextInt(2_000),
                    1 + random.nextInt(3),
                    5 + random.nextInt(90),
                    random.nextInt(100),
                    1 + order % 9,
                    1 + order % 28,
                    order % 24,
                    order % 60,
                    order % 59));
      }
    }
    return file;
  }

  /// Seconds until the rows stand in a table of a database file, closed.
  private static double readCsv(Path file, Path folder) throws SQLException, IOException {
    Files.createDirectories(folder);
    long start = System.nanoTime();
    Properties settings = new Properties();
    settings.setProperty("threads", "2");
    try (Connection connection =
            new DuckDBDriver().connect("jdbc:duckdb:" + folder.resolve("plain.duckdb"), settings);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE orders AS SELECT * FROM read_csv('" + file + "')");
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Folders.delete(folder);
    return seconds;
  }

  /// Seconds until the rows are loaded and the warehouse is closed.
  private static double ours(Path file, Path folder, int customers, int rows) throws IOException {
    try (DuckDbWarehouse warehouse = new DuckDbWarehouse(folder)) {
      if (customers > 0) {
        fill(warehouse, customers);
      }
    }
    long start = System.nanoTime();
    try (DuckDbWarehouse warehouse = new DuckDbWarehouse(folder)) {
      ImportCounts counts =
          FileImport.run(warehouse, file, folder, "import/bench", InstantSource.fixed(NOW));
      if (counts.added() != rows) {
        throw new IllegalStateException("not all rows were loaded: " + counts);
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Folders.delete(folder);
    return seconds;
  }

  /// Customers with an order each.
  private static void fill(DuckDbWarehouse warehouse, int customers) {
    try (Scratch scratch = warehouse.scratch()) {
      scratch.run(
          "CREATE TABLE out_customers AS SELECT 0 AS file, n AS row, 'c' || n AS customer_id, 'name"
              + " ' || n AS name, 'c' || n || '@shop.example' AS email FROM range("
              + customers
              + ") t(n)");
      scratch.run(
          "CREATE TABLE out_events AS SELECT 1 AS file, n AS row, 'ordered:x' || n || '/1' AS"
              + " event_id, 'ordered' AS type, TIMESTAMP '2025-01-01 00:00:00' AS occurred_at, 'c'"
              + " || n AS customer_id, NULL::VARCHAR AS visitor_id, NULL::VARCHAR AS session_id,"
              + " NULL::VARCHAR AS site, 'p' || n % 2000 AS product_id, 'x' || n AS order_id, 1 AS"
              + " line, 1.0::DOUBLE AS quantity, 1000::BIGINT AS amount_minor, 0::BIGINT AS"
              + " discount_minor, 'EUR' AS currency, NULL::DOUBLE AS weight, NULL::VARCHAR AS"
              + " properties FROM range("
              + customers
              + ") t(n)");
      warehouse.load("import/fill", scratch);
    }
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int n = sorted.size();
    return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
  }
}
