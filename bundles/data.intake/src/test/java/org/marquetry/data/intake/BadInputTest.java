package org.marquetry.data.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.data.api.IntakeFailed;
import org.marquetry.data.api.IntakeOptions;
import org.marquetry.data.api.IntakeReport;
import org.marquetry.data.api.Problem;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.shop.api.Words;

/// Each bad file gives one clear message and the good one beside it is loaded.
class BadInputTest {
  private static final String GOOD =
      "order_id,customer_id,amount,date\n1,c1,5.00,2026-01-01\n2,c2,7.00,2026-01-02\n";

  @TempDir Path folder;
  private Path files;
  private Shop shop;

  @BeforeEach
  void open() throws IOException {
    files = Files.createDirectory(folder.resolve("files"));
    shop = new Shop(folder.resolve("home"));
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private void good() throws IOException {
    Files.writeString(files.resolve("orders.csv"), GOOD);
  }

  private IntakeReport readBesideGood() throws IOException {
    good();
    IntakeReport report = shop.read(files);
    assertEquals(2, shop.number("SELECT count(*) FROM v1.order_lines"), report::toString);
    return report;
  }

  private Problem onlyProblem(IntakeReport report) {
    assertEquals(1, report.problems().size(), report.problems()::toString);
    return report.problems().getFirst();
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(out)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }

  private String failure(Path path) {
    return assertThrows(IntakeFailed.class, () -> shop.read(path)).getMessage();
  }

  @Test
  void aMissingFolderAndAnEmptyOneAreFailuresThatNameThem() {
    assertTrue(failure(folder.resolve("nowhere")).contains("nowhere: there is no such folder"));
    String empty = failure(files);
    assertTrue(empty.contains("no data file") && empty.contains(".csv"), empty);
  }

  @Test
  void aBinaryCalledCsv() throws IOException {
    Files.write(files.resolve("photo.csv"), noise(50_000));
    Problem p = onlyProblem(readBesideGood());
    assertEquals("photo.csv", p.where());
    assertTrue(p.what().en().contains("not text"), p::toString);
  }

  @Test
  void aSpreadsheetIsNamedAsOne() throws IOException {
    Files.write(
        files.resolve("orders.xlsx"), "PK\3\4 and more".getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(onlyProblem(readBesideGood()).remedy().en().contains("CSV"));
  }

  @Test
  void aTruncatedGzip() throws IOException {
    StringBuilder text = new StringBuilder("order_id,customer_id,amount,date\n");
    Random random = new Random(2);
    for (int i = 0; i < 50_000; i++) {
      text.append(i).append(",x").append(random.nextLong()).append(",3.00,2026-01-01\n");
    }
    byte[] packed = gzip(text.toString().getBytes(StandardCharsets.UTF_8));
    Files.write(files.resolve("more.csv.gz"), Arrays.copyOf(packed, packed.length / 2));
    Problem p = onlyProblem(readBesideGood());
    assertTrue(
        p.what().en().contains("damaged or ends early")
            && p.remedy().en().contains("nothing of it was loaded"),
        p::toString);
  }

  @Test
  void aCorruptedParquet() throws IOException {
    Files.write(
        files.resolve("more.parquet"),
        ("PAR1" + "x".repeat(5000) + "PAR1").getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(onlyProblem(readBesideGood()).what().en().contains("not a readable Parquet"));
  }

  @Test
  void malformedJsonSaysLineAndColumn() throws IOException {
    Files.writeString(files.resolve("more.json"), "[{\"a\": 1},\n {\"a\": oops}]");
    Problem p = onlyProblem(readBesideGood());
    assertTrue(p.what().en().contains("line 2, column"), p::toString);
  }

  @Test
  void tenMegabytesInOneField() throws IOException {
    Files.writeString(
        files.resolve("more.csv"),
        "order_id,customer_id,amount,date\n8,c1,5.00,2026-01-01\n9,"
            + "x".repeat(10 << 20)
            + ",5.00,2026-01-01\n");
    good();
    IntakeReport report = shop.read(files);
    assertEquals(3, shop.number("SELECT count(*) FROM v1.order_lines"));
    assertEquals("field-too-long", report.quality().getFirst().code());
    assertEquals(3, report.quality().getFirst().examples().getFirst().row());
  }

  @Test
  void aQuoteThatIsNeverClosed() throws IOException {
    Files.writeString(
        files.resolve("more.csv"),
        "order_id,customer_id,amount,date,note\n"
            + "\"8\",c1,5.00,2026-01-01,\"fine\"\n"
            + "9,c1,5.00,2026-01-01,\"open"
            + "\n1,2,3,4,5".repeat(1_000_000));
    IntakeReport report = readBesideGood();
    assertTrue(
        report.quality().stream().anyMatch(f -> f.code().equals("quote-broken") && f.rows() == 1),
        report.quality()::toString);
  }

  @Test
  void twoHundredColumnsAndMore() throws IOException {
    for (int columns : new int[] {200, 1500}) {
      StringBuilder header = new StringBuilder("customer_id,date,amount");
      StringBuilder row = new StringBuilder("c9,2026-01-01,5.00");
      for (int i = 3; i < columns; i++) {
        header.append(",f").append(i);
        row.append(",").append(i);
      }
      Files.writeString(files.resolve("wide" + columns + ".csv"), header + "\n" + row + "\n");
    }
    good();
    IntakeReport report = shop.read(files);
    assertEquals(3, shop.number("SELECT count(*) FROM v1.order_lines"), "200 columns are read");
    assertTrue(
        onlyProblem(report).what().en().contains("1500 columns"), report.problems()::toString);
  }

  @Test
  void aWrongEncodingIsFlaggedRowByRow() throws IOException {
    StringBuilder text = new StringBuilder("order_id,customer_id,amount,date\n");
    for (int i = 0; i < 20_000; i++) {
      text.append(i).append(",customer").append(i).append(",3.00,2026-01-01\n");
    }
    text.append("20000,M\u00fcller,3.00,2026-01-01\n");
    Files.write(files.resolve("o.csv"), text.toString().getBytes(StandardCharsets.ISO_8859_1));
    IntakeReport report = shop.read(files);
    assertEquals("wrong-letters", report.quality().getFirst().code());
    assertEquals(20_002, report.quality().getFirst().examples().getFirst().row());
  }

  @Test
  void nothingUsableFailsAndLeavesTheWarehouseAlone() throws IOException {
    Files.writeString(
        files.resolve("notes.txt"), "Dear diary,\ntoday I sold a table.\nTomorrow, I hope, two.\n");
    Files.write(files.resolve("photo.csv"), noise(5_000));
    IntakeFailed failed = assertThrows(IntakeFailed.class, () -> shop.read(files));
    assertEquals(2, failed.problems().size(), failed::getMessage);
    assertTrue(failed.getMessage().contains("mapping.json"), failed::getMessage);
    assertEquals(0, shop.number("SELECT count(*) FROM v1.events"));
  }

  @Test
  void aCancelledImportLoadsNothing() throws IOException {
    good();
    Progress cancelled =
        new Progress() {
          @Override
          public void step(Words what) {}

          @Override
          public void at(double done) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThrows(
        CancellationException.class, () -> shop.read(files, IntakeOptions.guessAll(), cancelled));
    assertEquals(0, shop.number("SELECT count(*) FROM v1.events"));
  }

  @Test
  void aBrokenMappingNamesThePlaceAndTheKnownWords() throws IOException {
    good();
    Files.writeString(
        files.resolve("mapping.json"), "{\"files\": {\n \"orders.csv\": {\"role\": }}}");
    String syntax = failure(files);
    assertTrue(syntax.contains("mapping.json") && syntax.contains("line 2"), syntax);
    Files.writeString(
        files.resolve("mapping.json"), "{\"files\": {\"orders.csv\": {\"role\": \"order\"}}}");
    String role = failure(files);
    assertTrue(role.contains("\"order\"") && role.contains("orders, products"), role);
    Files.writeString(
        files.resolve("mapping.json"), "{\"files\": {\"orders.csv\": {\"rolle\": \"orders\"}}}");
    assertTrue(failure(files).contains("\"rolle\""));
    Files.writeString(
        files.resolve("mapping.json"), "{\"files\": {\"order.csv\": {\"role\": \"orders\"}}}");
    String missing = failure(files);
    assertTrue(missing.contains("order.csv") && missing.contains("no such file"), missing);
  }
}
