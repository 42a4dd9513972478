package org.marquetry.data.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.data.api.Finding;
import org.marquetry.data.api.IntakeOptions;
import org.marquetry.data.api.IntakeReport;

class CleaningTest {
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

  private IntakeReport read(String name, String text) throws IOException {
    Files.writeString(files.resolve(name), text);
    return shop.read(files);
  }

  private static Map<String, Long> codes(IntakeReport report) {
    Map<String, Long> codes = new TreeMap<>();
    report.quality().forEach(f -> codes.merge(f.code(), f.rows(), Long::sum));
    return codes;
  }

  private static Finding finding(IntakeReport report, String code) {
    return report.quality().stream().filter(f -> f.code().equals(code)).findFirst().orElseThrow();
  }

  @Test
  void impossibleRowsAreRejectedAndCountedByReason() throws IOException {
    IntakeReport report =
        read(
            "orders.csv",
            """
            order_id,customer_id,sku,quantity,unit_price,order_date
            1,c1,p1,2,1.50,2026-03-01
            2,c1,p1,1,-4.00,2026-03-02
            3,c1,p1,0,4.00,2026-03-03
            4,c1,p1,99000000,4.00,2026-03-03
            5,c1,p1,1,4.00,2036-03-03
            6,c1,p1,1,4.00,1969-12-31
            7,c1,p1,1,4.00,soon
            8,c1,p1,1,4.00,
            9,c1,p1,one,4.00,2026-03-03
            10,c1,p1,1,free,2026-03-03
            11,c1,p1,1,4.00
            12,,p1,1,4.00,2026-03-04
            1,c1,p1,2,1.50,2026-03-01
            13,c2,p1,1,2.00,2026-03-05
            14,c2,p1,1,2.00,2026-03-05
            15,c2,p1,1,2.00,2026-03-05
            16,c2,p1,1,2.00,2026-03-05
            17,c2,p1,1,2.00,2026-03-05
            18,c2,p1,1,2.00,2026-03-05
            19,c2,p1,1,2.00,2026-03-05
            20,c2,p1,1,2.00,2026-03-05
            21,c2,p1,1,2.00,2026-03-05
            22,c2,p1,1,2.00,2026-03-05
            23,c2,p1,1,2.00,2026-03-05
            24,c2,p1,1,2.00,2026-03-05
            25,c2,p1,1,2.00,2026-03-05
            26,c2,p1,1,2.00,2026-03-05
            27,c2,p1,1,2.00,2026-03-05
            28,c2,p1,1,2.00,2026-03-05
            """);
    Map<String, Long> expected = new TreeMap<>();
    for (String code :
        List.of(
            "price-negative",
            "quantity-zero",
            "quantity-absurd",
            "time-in-future",
            "time-before-1970",
            "time-unreadable",
            "time-missing",
            "quantity-unreadable",
            "amount-unreadable",
            "wrong-field-count",
            "customer-missing",
            "duplicate")) {
      expected.put(code, 1L);
    }
    assertEquals(expected, codes(report));
    assertEquals(18, shop.number("SELECT count(*) FROM v1.order_lines"));
    Finding future = finding(report, "time-in-future");
    assertEquals(
        List.of("orders.csv", "order_date"), List.of(future.file(), future.column().orElseThrow()));
    assertEquals(List.of(new Finding.Example(6, "2036-03-03")), future.examples());
    assertEquals(Finding.Kind.FLAGGED, finding(report, "customer-missing").kind());
    assertEquals(29, report.files().getFirst().rows());
    long rejected =
        report.quality().stream()
            .filter(f -> f.kind() == Finding.Kind.REJECTED)
            .mapToLong(Finding::rows)
            .sum();
    assertEquals(
        29, report.files().getFirst().loaded() + rejected, "every row is loaded or counted");
  }

  @Test
  void returnsAreMatchedWithTheLinesTheyCameFrom() throws IOException {
    IntakeReport report =
        read(
            "Online Retail.csv",
            """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            536365,85123A,WHITE HANGING HEART,6,12/1/2010 8:26,2.55,17850,United Kingdom
            536366,85123A,WHITE HANGING HEART,4,12/2/2010 8:26,2.55,17850,United Kingdom
            536367,22633,HAND WARMER,6,12/13/2010 8:28,1.85,17850,France
            C536379,85123A,WHITE HANGING HEART,-8,12/14/2010 9:41,2.55,17850,United Kingdom
            C536380,D,Discount,-1,12/14/2010 9:41,27.50,14527,United Kingdom
            """);
    assertEquals(
        List.of(
            "536365 85123A 6.0 4.0 2.0 510",
            "536366 85123A 4.0 4.0 0.0 0",
            "536367 22633 6.0 0.0 6.0 1110"),
        shop.texts(
            "SELECT concat_ws(' ', order_id, product_id, quantity, returned_quantity, net_quantity, net_minor) AS x "
                + "FROM v1.order_lines ORDER BY order_id"));
    assertEquals(1, finding(report, "return-unmatched").rows());
    assertEquals(
        List.of("22633 HAND WARMER", "85123A WHITE HANGING HEART", "D Discount"),
        shop.texts("SELECT product_id || ' ' || title AS x FROM v1.products ORDER BY x"));
    assertEquals(
        List.of("14527 United Kingdom", "17850 United Kingdom"),
        shop.texts("SELECT customer_id || ' ' || country AS x FROM v1.customers ORDER BY x"));
    assertEquals(
        "2010-12-01 08:26:00",
        shop.texts("SELECT CAST(min(ordered_at) AS VARCHAR) AS x FROM v1.order_lines").getFirst());
  }

  @Test
  void statusColumnsCancelAndReturn() throws IOException {
    read(
        "dd.csv",
        """
        订单号,用户id,商品编号,数量,金额,下单时间,订单状态
        A1,u1,s1,1,¥10.00,2026/3/1 10:00,已完成
        A2,u1,s2,2,¥20.00,2026/3/2 10:00,已取消
        A3,u2,s1,1,¥10.00,2026/3/3 10:00,已退款
        """);
    assertEquals(
        List.of("A1 1000 1000 false", "A2 2000 0 true", "A3 1000 0 false"),
        shop.texts(
            "SELECT concat_ws(' ', order_id, amount_minor, net_minor, cancelled) AS x FROM v1.order_lines ORDER BY x"));
    assertEquals("CNY", shop.texts("SELECT currency AS x FROM v1.shop").getFirst());
  }

  @Test
  void amountsBecomeMinorUnitsHalfToEven() throws IOException {
    read(
        "o.csv",
        """
        order_id,customer_id,product,amount,currency,date
        1,c,p,0.125,EUR,2026-01-01
        2,c,p,0.135,EUR,2026-01-01
        3,c,p,1.015,EUR,2026-01-01
        4,c,p,12.5,JPY,2026-01-01
        5,c,p,13.5,JPY,2026-01-01
        6,c,p,1.0005,KWD,2026-01-01
        """);
    assertEquals(
        List.of("12", "14", "102", "12", "14", "1000"),
        shop.texts(
            "SELECT CAST(amount_minor AS VARCHAR) AS x FROM v1.order_lines ORDER BY order_id"));
  }

  @Test
  void timesWithoutAZoneAreTheShops() throws IOException {
    Files.writeString(
        files.resolve("o.csv"),
        "order_id,customer_id,amount,time\n1,c,5.00,2025-07-01 02:00:00\n2,c,5.00,2026-01-01 02:00:00\n");
    shop.read(
        files,
        IntakeOptions.builder()
            .timeZone(ZoneId.of("Asia/Shanghai"))
            .currency(Currency.getInstance("GBP"))
            .build());
    assertEquals(
        List.of("2025-06-30 18:00:00 GBP", "2025-12-31 18:00:00 GBP"),
        shop.texts(
            "SELECT ordered_at || ' ' || currency AS x FROM v1.order_lines ORDER BY order_id"));
  }

  @Test
  void withoutOrdersARepeatedRowIsKeptAndFlagged() throws IOException {
    IntakeReport report =
        read(
            "t.txt",
            "customer_id date amount\n1 20260101 5.00\n1 20260101 5.00\n1 20260102 6.00\n");
    assertEquals(3, shop.number("SELECT count(*) FROM v1.order_lines"));
    assertEquals(2, shop.number("SELECT count(DISTINCT order_id) FROM v1.order_lines"));
    assertEquals(Map.of("repeated-row", 1L), codes(report));
  }

  @Test
  void outliersAreFlaggedAndKept() throws IOException {
    StringBuilder text =
        new StringBuilder("order_id,customer_id,product_id,quantity,amount,date\n");
    for (int i = 1; i <= 300; i++) {
      text.append(i).append(",c,p,").append(i == 300 ? 5000 : 1).append(",2.00,2026-01-01\n");
    }
    IntakeReport report = read("o.csv", text.toString());
    assertEquals(Map.of("outlier-quantity", 1L), codes(report));
    assertEquals(5000, shop.number("SELECT CAST(max(quantity) AS BIGINT) FROM v1.order_lines"));
  }

  @Test
  void readingAgainOrALongerExportAddsOnlyWhatIsNew() throws IOException {
    String text = "customer_id,date,amount\n1,2026-01-01,5.00\n1,2026-01-01,5.00\n";
    assertEquals(false, read("t.csv", text).alreadyLoaded());
    assertEquals(true, read("t.csv", text).alreadyLoaded());
    read("t.csv", text + "2,2026-01-05,7.00\n");
    assertEquals(3, shop.number("SELECT count(*) FROM v1.order_lines"));
    assertEquals(1700, shop.number("SELECT sum(net_minor) FROM v1.order_lines"));
  }
}
