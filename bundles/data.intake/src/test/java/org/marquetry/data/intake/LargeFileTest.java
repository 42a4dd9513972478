package org.marquetry.data.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.data.api.ImportCounts;
import org.marquetry.data.api.ImportMapping;
import org.marquetry.data.api.ImportState;
import org.marquetry.data.api.ImportStatus;
import org.marquetry.data.api.QuarantinedRow;

/// Files that are large enough to be read by several threads: a row has its number and its text all
/// the same.
class LargeFileTest {
  private static final int ROWS = 500_000;

  @TempDir Path home;

  @Test
  void badOrdersOfALargeFileAreNamedByTheirRows() throws IOException {
    StringBuilder text =
        new StringBuilder("order_id,line,customer_id,product_id,quantity,amount,currency,date\n");
    Map<Long, String> expected = new TreeMap<>();
    for (int i = 0; i < ROWS; i++) {
      boolean odd = i % 9_973 == 9_972;
      boolean again = i % 100_003 == 100_002;
      int order = 1_000_000 + (again ? i - 50_000 : i) / 2;
      String amount = odd ? "some" : i % 90 + ".50";
      text.append(
          "o%d,%d,c%d,p%d,1,%s,%s,2026-03-%02d 12:00:00\n"
              .formatted(
                  order, i % 2, i % 9_000, i % 70, amount, i % 5 == 0 ? "PLN" : "EUR", 1 + i % 28));
      if (odd || again) {
        expected.put(i + 2L, (odd ? "amount-unreadable" : "duplicate-id") + " o" + order);
      }
    }
    assertEquals(expected, bad(text, ROWS - expected.size()));
  }

  @Test
  void badEventsOfALargeFileAreNamedByTheirRows() throws IOException {
    StringBuilder text = new StringBuilder("event_id,event_type,customer_id,product_id,date\n");
    Map<Long, String> expected = new TreeMap<>();
    for (int i = 0; i < ROWS; i++) {
      boolean odd = i % 9_973 == 9_972;
      text.append(
          "e%d,%s,customer-%d,product-%d,%s\n"
              .formatted(
                  i,
                  i % 3 == 0 ? "cart" : "view",
                  i % 9_000,
                  i % 70,
                  odd ? "never" : "2026-03-01 12:00:00"));
      if (odd) {
        expected.put(i + 2L, "time-unreadable e" + i);
      }
    }
    assertEquals(expected, bad(text, ROWS - expected.size()));
  }

  /// By row: why, and the first field of what stands in the error file.
  private Map<Long, String> bad(StringBuilder text, long good) throws IOException {
    Map<Long, String> found = new TreeMap<>();
    try (ImportSuite suite = new ImportSuite(home)) {
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      ImportStatus status = suite.load("large.csv", bytes, ImportMapping.guessAll());
      assertEquals(ImportState.LOADED, status.state(), () -> status.problem().toString());
      List<QuarantinedRow> rows = suite.imports.quarantine(status.id(), 0, 1_000).rows();
      assertEquals(new ImportCounts(ROWS, good, 0, 0, rows.size()), status.counts());
      List<String> lines =
          new String(suite.imports.errorFile(status.id(), 0, 1 << 20), StandardCharsets.UTF_8)
              .lines()
              .toList();
      for (int i = 0; i < rows.size(); i++) {
        String line = lines.get(i + 1);
        String first = line.substring(0, line.indexOf(','));
        found.put(rows.get(i).row(), rows.get(i).code() + " " + first);
      }
    }
    return found;
  }
}
