package org.marquetry.data.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.data.api.ImportCounts;
import org.marquetry.data.api.ImportMapping;
import org.marquetry.data.api.ImportState;
import org.marquetry.data.api.ImportStatus;
import org.marquetry.data.api.QuarantinePage;
import org.marquetry.data.api.QuarantinedRow;

/// A file of 100 thousand rows with every kind of dirt: each bad row is named with column and
/// reason and nothing else is; put right it is imported; taken back, nothing is left of it.
class DirtyFileTest {
  private static final int ROWS = 100_000;
  private static final int EVERY = 97; // one row in so many is bad
  private static final String HEADER =
      "order_id,line,customer_id,product_id,quantity,unit_price,currency,ordered_at,note";

  /// What may be wrong with a row: its fields, how they are written then, and what is said of it.
  private enum Dirt {
    QUOTE_NEVER_CLOSED("quote-broken", ""),
    TOO_FEW_COLUMNS("wrong-field-count", ""),
    TOO_MANY_COLUMNS("wrong-field-count", ""),
    WRONG_BYTES("wrong-letters", ""),
    IMPOSSIBLE_DATE("time-unreadable", "ordered_at"),
    OTHER_DATE_FORMAT("time-unreadable", "ordered_at"),
    DECIMAL_COMMA("amount-unreadable", "unit_price"),
    NEGATIVE_PRICE("price-negative", "unit_price"),
    UNKNOWN_CURRENCY("currency-unknown", "currency"),
    KEY_AGAIN("duplicate-id", ""),
    KEY_MISSING("id-missing", "order_id"),
    KEY_TOO_LONG("id-too-long", "customer_id"),
    CONTROL_CHARACTER("id-odd", "product_id"),
    FORMULA("id-odd", "customer_id"),
    QUANTITY_IN_WORDS("quantity-unreadable", "quantity"),
    FUTURE("time-in-future", "ordered_at");

    final String code;
    final String column;

    Dirt(String code, String column) {
      this.code = code;
      this.column = column;
    }
  }

  @TempDir Path home;
  private final SplittableRandom random = new SplittableRandom(20261129);

  private static String[] clean(int i) {
    int order = i / 3;
    String note =
        i % 11 == 0
            ? "\"said \"\"two, please\"\"\nand left\""
            : i % 7 == 0 ? "\u8bf7\u5feb\u9012" : "plain";
    return new String[] {
      "o" + order,
      Integer.toString(i % 3 + 1),
      "c" + order % 9000,
      "p" + i % 700,
      Integer.toString(1 + i % 4),
      (5 + i % 90) + "." + (10 + i % 90),
      i % 5 == 0 ? "USD" : "EUR",
      "2026-0" + (1 + i % 9) + "-" + (10 + i % 18) + " 12:34:56",
      note
    };
  }

  private byte[] dirty(String[] f, Dirt dirt) {
    f[8] = "plain";
    switch (dirt) {
      case QUOTE_NEVER_CLOSED -> f[8] = "\"open";
      case TOO_FEW_COLUMNS -> {
        return String.join(",", List.of(f).subList(0, 4)).getBytes(StandardCharsets.UTF_8);
      }
      case TOO_MANY_COLUMNS -> f[8] = "plain,and,more";
      case WRONG_BYTES -> f[8] = "b\u00fcro";
      case IMPOSSIBLE_DATE -> f[7] = "2026-02-31 10:00:00";
      case OTHER_DATE_FORMAT -> f[7] = "31.03.2026 10:00";
      case DECIMAL_COMMA -> f[5] = "\"12,50\"";
      case NEGATIVE_PRICE -> f[5] = "-3.00";
      case UNKNOWN_CURRENCY -> f[6] = "EURO";
      case KEY_AGAIN -> f[0] = "o0";
      case KEY_MISSING -> f[0] = "";
      case KEY_TOO_LONG -> f[2] = "c".repeat(65 + random.nextInt(500));
      case CONTROL_CHARACTER -> f[3] = "p\u0007";
      case FORMULA -> f[2] = "=HYPERLINK(1)";
      case QUANTITY_IN_WORDS -> f[4] = "two";
      case FUTURE -> f[7] = "2036-01-01 00:00:00";
    }
    if (dirt == Dirt.KEY_AGAIN) {
      f[1] = "1";
    }
    return String.join(",", f)
        .getBytes(dirt == Dirt.WRONG_BYTES ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }

  @Test
  void everyBadRowIsNamedAndPutRightAndTakenBack() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write((HEADER + "\n").getBytes(StandardCharsets.UTF_8));
    Map<Long, Dirt> expected = new TreeMap<>();
    for (int i = 0; i < ROWS; i++) {
      Dirt dirt = Dirt.values()[i / EVERY % Dirt.values().length];
      boolean bad = i % EVERY == EVERY - 1;
      file.write(
          bad
              ? dirty(clean(i), dirt)
              : String.join(",", clean(i)).getBytes(StandardCharsets.UTF_8));
      file.write('\n');
      if (bad) {
        expected.put(i + 2L, dirt);
      }
    }
    try (ImportSuite suite = new ImportSuite(home)) {
      List<String> empty = suite.export();
      ImportStatus status = suite.load("dirty.csv", file.toByteArray(), ImportMapping.guessAll());
      assertEquals(ImportState.LOADED, status.state(), () -> status.problem().toString());
      same(said(expected), quarantined(suite, status.id()));
      long bad = expected.size();
      assertEquals(new ImportCounts(ROWS, ROWS - bad, 0, 0, bad), status.counts());
      List<String> dirtyOnly = suite.export();

      String fixed = putRight(errorFile(suite, status.id()), bad);
      ImportMapping mapping = suite.imports.mapping(status.id()).orElseThrow();
      ImportStatus second =
          suite.load("fixed.csv", fixed.getBytes(StandardCharsets.UTF_8), mapping);
      assertEquals(new ImportCounts(bad, bad, 0, 0, 0), second.counts(), second::toString);
      assertEquals(ROWS, suite.number("SELECT count(*) FROM v1.order_lines"));

      suite.imports.undo(second.id());
      assertEquals(dirtyOnly, suite.export());
      suite.imports.undo(status.id());
      assertEquals(empty, suite.export());
    }
  }

  /// Says where they differ.
  private static void same(Map<Long, String> expected, Map<Long, String> got) {
    Map<Long, String> lacking = new TreeMap<>(expected);
    lacking.entrySet().removeAll(got.entrySet());
    Map<Long, String> surplus = new TreeMap<>(got);
    surplus.entrySet().removeAll(expected.entrySet());
    assertEquals(Map.of(), surplus, () -> "lacking " + lacking);
    assertEquals(Map.of(), lacking);
  }

  private static Map<Long, String> said(Map<Long, Dirt> expected) {
    Map<Long, String> said = new TreeMap<>();
    expected.forEach((row, dirt) -> said.put(row, dirt.code + " " + dirt.column));
    return said;
  }

  private static Map<Long, String> quarantined(ImportSuite suite, String id) {
    Map<Long, String> rows = new TreeMap<>();
    for (int offset = 0; ; offset += 1_000) {
      QuarantinePage page = suite.imports.quarantine(id, offset, 1_000);
      for (QuarantinedRow row : page.rows()) {
        rows.put(row.row(), row.code() + " " + row.column().orElse(""));
      }
      if (page.rows().isEmpty()) {
        assertEquals(rows.size(), page.total());
        return rows;
      }
    }
  }

  private static String errorFile(ImportSuite suite, String id) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part = suite.imports.errorFile(id, 0, 100_000);
        part.length > 0;
        part = suite.imports.errorFile(id, all.size(), 100_000)) {
      all.writeBytes(part);
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  /// The error file with the fields as they should have been.
  private static String putRight(String errors, long bad) throws IOException {
    List<String> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(errors.substring(1))) {
      for (CsvRecord record : reader) {
        assertEquals(HEADER.split(",").length + 3, record.getFieldCount(), record::toString);
        if (lines.isEmpty()) {
          assertEquals(HEADER, String.join(",", record.getFields().subList(0, 9)));
          lines.add(HEADER + "," + String.join(",", record.getFields().subList(9, 12)));
        } else {
          int row = Integer.parseInt(record.getField(9));
          assertTrue(!record.getField(11).isBlank());
          lines.add(String.join(",", clean(row - 2)) + "," + row + ",x,y");
        }
      }
    }
    assertEquals(bad + 1, lines.size());
    return String.join("\n", lines) + "\n";
  }
}
