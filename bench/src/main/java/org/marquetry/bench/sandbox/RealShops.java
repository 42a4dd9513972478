package org.marquetry.bench.sandbox;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/// Reads the records of real shops from a folder; what is absent is skipped.
record RealShops(Path folder) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd-MMM-yy", Locale.ENGLISH);

  private Optional<Reader> open(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    InputStream in = Files.newInputStream(file);
    return Optional.of(
        new InputStreamReader(
            name.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
  }

  private boolean rows(String name, Consumer<NamedCsvRecord> row) throws IOException {
    Optional<Reader> in = open(name);
    if (in.isPresent()) {
      try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in.get())) {
        csv.forEach(row);
      }
    }
    return in.isPresent();
  }

  /// Purchases of CDs, of people who came first in the first quarter of 1997.
  Optional<Purchases> cdnow() throws IOException {
    Optional<Reader> in = open("cdnow/CDNOW_master.txt.gz");
    if (in.isEmpty()) {
      return Optional.empty();
    }
    Purchases all = new Purchases();
    try (Reader reader = in.get()) {
      for (String line : reader.readAllAsString().lines().skip(1).toList()) {
        List<String> cells = List.of(line.strip().split("\\s+"));
        all.add(
            cells.get(0),
            LocalDate.parse(cells.get(1), DateTimeFormatter.BASIC_ISO_DATE),
            Double.parseDouble(cells.get(3)),
            Double.parseDouble(cells.get(2)));
      }
    }
    return Optional.of(all);
  }

  Optional<Purchases> retail() throws IOException {
    Purchases all = new Purchases();
    boolean there =
        rows(
            "retail-response/Retail_Data_Transactions.csv.gz",
            r ->
                all.add(
                    r.getField("customer_id"),
                    LocalDate.parse(r.getField("trans_date"), DAY),
                    Double.parseDouble(r.getField("tran_amount")),
                    1));
    return there ? Optional.of(all) : Optional.empty();
  }

  /// Sales by product, and prices of a unit, of a grocer.
  ///
  /// @param sold lines by product
  /// @param prices of a unit, one for each line
  record Grocery(Map<String, Integer> sold, List<Double> prices) {}

  Optional<Grocery> grocery() throws IOException {
    Grocery grocery = new Grocery(new HashMap<>(), new ArrayList<>());
    boolean there =
        rows(
            "completejourney/transactions_sample.csv.gz",
            r -> {
              grocery.sold().merge(r.getField("product_id"), 1, Integer::sum);
              double units = Double.parseDouble(r.getField("quantity"));
              double value = Double.parseDouble(r.getField("sales_value"));
              if (units > 0 && value > 0) {
                grocery.prices().add(value / units);
              }
            });
    return there ? Optional.of(grocery) : Optional.empty();
  }

  /// Lengths of reviews in characters.
  Optional<Sample> reviews(String name, String column) throws IOException {
    List<Integer> lengths = new ArrayList<>();
    boolean there = rows(name, r -> lengths.add(r.getField(column).length()));
    lengths.removeIf(n -> n == 0);
    return there ? Optional.of(Sample.of(lengths)) : Optional.empty();
  }
}
