package org.marquetry.data.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marquetry.data.api.IntakeReport;

/// The same three order lines in every way of writing them.
class FormatTest {
  private static final List<String> EXPECTED =
      List.of(
          "o1 1 Zoë p1 2.0 1999 2026-03-01 10:00:00",
          "o1 2 Zoë p2 1.0 123450 2026-03-01 10:00:00",
          "o2 1 王芳 p1 1.0 999 2026-03-13 23:59:59");

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

  private IntakeReport read() {
    return shop.read(files);
  }

  private List<String> lines() {
    return shop.texts(
        "SELECT concat_ws(' ', order_id, line, customer_id, product_id, quantity, amount_minor, ordered_at) AS x "
            + "FROM v1.order_lines ORDER BY order_id, line");
  }

  private void write(String name, String text, Charset charset, byte... mark) throws IOException {
    try (OutputStream out = Files.newOutputStream(files.resolve(name));
        OutputStream packed = name.endsWith(".gz") ? new GZIPOutputStream(out) : out) {
      packed.write(mark);
      packed.write(text.getBytes(charset));
    }
  }

  private static String table(String delimiter, String decimal) {
    return String.join(
        "\n",
        String.join(
            delimiter, "order_id", "customer", "product_id", "quantity", "amount", "order_date"),
        String.join(
            delimiter, "o1", "Zoë", "p1", "2", "19" + decimal + "99", "2026-03-01 10:00:00"),
        String.join(
            delimiter, "o1", "Zoë", "p2", "1", "1234" + decimal + "50", "2026-03-01 10:00:00"),
        String.join(delimiter, "o2", "王芳", "p1", "1", "9" + decimal + "99", "2026-03-13 23:59:59"),
        "");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|", "::"})
  void everyDelimiterIsFound(String delimiter) throws IOException {
    write("x.txt", table(delimiter, "."), Charset.forName("UTF-8"));
    read();
    assertEquals(EXPECTED, lines());
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,EFBBBF", "UTF-8,", "UTF-16LE,FFFE", "UTF-16BE,FEFF", "UTF-16LE,", "GB18030,"})
  void everyEncodingIsFound(String charset, String mark) throws IOException {
    byte[] bytes = mark == null ? new byte[0] : java.util.HexFormat.of().parseHex(mark);
    String text = table(",", ".");
    boolean chinese = charset.equals("GB18030");
    write("x.csv", chinese ? text.replace("Zoë", "李强") : text, Charset.forName(charset), bytes);
    read();
    assertEquals(
        chinese ? EXPECTED.stream().map(l -> l.replace("Zoë", "李强")).toList() : EXPECTED, lines());
  }

  @Test
  void latinOneIsNotTakenForChinese() throws IOException {
    write("x.csv", table(",", ".").replace("王芳", "Señor Müller"), Charset.forName("windows-1252"));
    read();
    assertEquals(EXPECTED.stream().map(l -> l.replace("王芳", "Señor Müller")).toList(), lines());
  }

  @Test
  void aDecimalCommaIsNoDelimiter() throws IOException {
    write("x.csv", table(";", ",").replace("1234,50", "1.234,50"), Charset.forName("UTF-8"));
    read();
    assertEquals(EXPECTED, lines());
  }

  @Test
  void quotesMayHoldDelimitersAndLineEnds() throws IOException {
    write(
        "reviews.csv.gz",
        "user_id,product_id,stars,created_at,review\r\n"
            + "u1,p1,5,2026-01-02T03:04:05Z,\"good, and\r\n\"\"cheap\"\"\"\r\n"
            + "u2,p1,4,2026-01-02T05:04:05+02:00,fine\r\n",
        Charset.forName("UTF-8"));
    read();
    assertEquals(
        List.of(
            "u1 5.0 2026-01-02 03:04:05 {\"text\":\"good, and\\r\\n\\\"cheap\\\"\"}",
            "u2 4.0 2026-01-02 03:04:05 {\"text\":\"fine\"}"),
        shop.texts(
            "SELECT concat_ws(' ', customer_id, weight, occurred_at, properties) AS x FROM v1.events ORDER BY customer_id"));
  }

  @Test
  void jsonOrdersWithTheirLines() throws IOException {
    write(
        "orders.json",
        """
        {"orders": [
          {"id": "o1", "customer": {"id": "Zoë"}, "created_at": "2026-03-01T10:00:00Z",
           "items": [{"sku": "p1", "quantity": 2, "amount": 19.99}, {"sku": "p2", "quantity": 1, "amount": 1234.5}]},
          {"id": "o2", "customer": {"id": "王芳"}, "created_at": "2026-03-13T23:59:59Z",
           "items": [{"sku": "p1", "quantity": 1, "amount": 9.99}]}]}
        """,
        Charset.forName("UTF-8"));
    write(
        "mapping.json",
        """
        {"files": {"orders.json": {"role": "orders", "columns":
          {"id": "order", "customer.id": "customer", "items.sku": "product", "items.quantity": "quantity", "items.amount": "amount"}}}}
        """,
        Charset.forName("UTF-8"));
    read();
    assertEquals(EXPECTED, lines());
  }

  @Test
  void jsonLinesKeepTheGoodOnes() throws IOException {
    write(
        "events.jsonl",
        """
        {"event": "view", "user_id": "u1", "product_id": "p1", "time": "2026-03-01T10:00:00Z"}
        {"event": "addtocart", "user_id": "u1", "product_id": "p1", "time": "2026-03-01T10:00:05Z"}
        {"event": "view", "user_id": broken
        {"event": "stroked", "user_id": "u2", "product_id": "p2", "time": "2026-03-01T10:00:09Z"}
        """,
        Charset.forName("UTF-8"));
    IntakeReport report = read();
    assertEquals(
        List.of("carted", "stroked", "viewed"),
        shop.texts("SELECT type AS x FROM v1.events ORDER BY type"));
    assertEquals(List.of("json-malformed"), report.quality().stream().map(f -> f.code()).toList());
    assertEquals(3, report.quality().getFirst().examples().getFirst().row());
  }

  @Test
  void parquetPackedAndPlain() throws IOException, SQLException {
    try (Connection c = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        Statement s = c.createStatement()) {
      s.execute(
          "COPY (SELECT * FROM (VALUES ('o1', 'Zoë', 'p1', 2, 19.99::DOUBLE, TIMESTAMP '2026-03-01 10:00:00'),"
              + "('o1', 'Zoë', 'p2', 1, 1234.50, TIMESTAMP '2026-03-01 10:00:00'),"
              + "('o2', '王芳', 'p1', 1, 9.99, TIMESTAMP '2026-03-13 23:59:59')) "
              + "t(order_id, customer_id, product_id, quantity, amount, order_date)) TO '"
              + folder.resolve("plain.parquet")
              + "' (FORMAT parquet)");
    }
    Files.copy(folder.resolve("plain.parquet"), files.resolve("orders.parquet"));
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(files.resolve("again.parquet.gz")))) {
      Files.copy(folder.resolve("plain.parquet"), out);
    }
    IntakeReport report = read();
    assertEquals(EXPECTED, lines());
    assertTrue(
        report
            .files()
            .getLast()
            .unusedReason()
            .orElseThrow()
            .contains("same contents as again.parquet.gz"),
        report.files().toString());
  }
}
