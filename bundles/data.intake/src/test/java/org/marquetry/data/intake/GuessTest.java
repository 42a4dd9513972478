package org.marquetry.data.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.data.api.FileReport;
import org.marquetry.data.api.IntakeReport;

class GuessTest {
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

  private void write(String name, String text) throws IOException {
    Files.writeString(files.resolve(name), text);
  }

  private Map<String, String> roles() {
    return shop.read(files).files().stream()
        .collect(Collectors.toMap(FileReport::file, FileReport::role, (a, _) -> a, TreeMap::new));
  }

  private static String columns(IntakeReport report, String file) {
    FileReport f =
        report.files().stream().filter(x -> x.file().equals(file)).findFirst().orElseThrow();
    return f.role()
        + ": "
        + f.columns().stream()
            .map(c -> c.name() + "=" + c.meaning())
            .collect(Collectors.joining(", "));
  }

  @Test
  void namesAndContentsTogetherGiveRoles() throws IOException {
    write(
        "a.csv",
        "campaign_id,customer_id,variant,sent_at\nk1,c1,A,2026-01-01\nk1,c2,B,2026-01-01\nk2,c1,A,2026-02-01\n");
    write(
        "b.csv",
        "campaign_id,campaign_name,start_date,end_date\nk1,Spring,2026-01-01,2026-01-31\nk2,Summer,2026-02-01,2026-02-28\n");
    write(
        "c.csv",
        "customer_id,coupon_id,campaign_id,redeemed_at\nc1,v1,k1,2026-01-05\nc2,v1,k1,2026-01-06\n");
    write(
        "d.csv",
        "id,email,first_name,city,newsletter,time_zone\nc1,a@example.org,Ann,Lyon,yes,Europe/Paris\nc2,b@example.org,Ben,Graz,no,Asia/Shanghai\n");
    write("e.csv", "sku,name,category,price\np1,Green tea,Tea,4.50\np2,Black tea,Tea,3.00\n");
    write(
        "f.csv",
        "visitor_id,event,product_id,timestamp\nv1,view,p1,1767225600\nv1,addtocart,p1,1767225660\nv2,view,p2,1767225700\n");
    write("g.csv", "coupon_id,product_id\nv1,p1\nv1,p2\nv2,p1\n");
    assertEquals(
        "{a.csv=campaign members, b.csv=campaigns, c.csv=redemptions, d.csv=customers, e.csv=products, f.csv=events, g.csv=other}",
        roles().toString());
    assertEquals(
        List.of(
            "carted 2026-01-01 00:01:00 v1",
            "viewed 2026-01-01 00:00:00 v1",
            "viewed 2026-01-01 00:01:40 v2"),
        shop.texts(
            "SELECT concat_ws(' ', type, occurred_at, visitor_id) AS x FROM v1.events WHERE type <> 'redeemed' ORDER BY x"));
    assertEquals(
        List.of("c1 Ann granted Europe/Paris", "c2 Ben refused Asia/Shanghai"),
        shop.texts(
            "SELECT concat_ws(' ', customer_id, name, consent_email, time_zone) AS x FROM v1.customers ORDER BY x"));
    assertEquals(450, shop.number("SELECT price_minor FROM v1.products WHERE product_id = 'p1'"));
    assertEquals(
        List.of("k1 c1 A", "k1 c2 B", "k2 c1 A"),
        shop.texts(
            "SELECT concat_ws(' ', campaign_id, customer_id, variant) AS x FROM v1.campaign_members ORDER BY x"));
  }

  @Test
  void aMisleadingNameIsOnlyAHint() throws IOException {
    write(
        "products.csv",
        "customer_id,order_id,amount,date\nc1,1,5.00,2026-01-01\nc2,2,6.00,2026-01-02\n");
    assertEquals("{products.csv=orders}", roles().toString());
  }

  @Test
  void withoutAHeaderTheContentsDecide() throws IOException {
    StringBuilder sales = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      sales.append(
          "%05d  %d  2026%02d%02d  %d  %d.%02d%n"
              .formatted(i / 3 + 1, i / 3 + 7, i % 5 + 1, i % 28 + 1, i % 4 + 1, i, i % 100));
    }
    write("sales", sales.toString().replace("\n", "\r\n"));
    IntakeReport report = shop.read(files);
    assertEquals(
        "orders: column 1=customer, column 2=unknown, column 3=time, column 4=quantity, column 5=amount",
        columns(report, "sales"));
    assertEquals(200, shop.number("SELECT count(*) FROM v1.order_lines"));
  }

  @Test
  void theFilesOfThingsTellWhichIdentifierIsWhich() throws IOException {
    StringBuilder ratings = new StringBuilder();
    StringBuilder things = new StringBuilder();
    StringBuilder people = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      ratings
          .append(i % 30 + 1)
          .append('\t')
          .append(i % 50 + 1)
          .append('\t')
          .append(i % 5 + 1)
          .append('\t')
          .append(1767225600 + 60 * i)
          .append('\n');
    }
    for (int i = 1; i <= 30; i++) {
      things.append(i).append("|The film number ").append(i).append("|0|1\n");
    }
    for (int i = 1; i <= 50; i++) {
      people
          .append(i)
          .append('|')
          .append(20 + i)
          .append('|')
          .append(i % 2 == 0 ? 'F' : 'M')
          .append("|baker\n");
    }
    write("x1", ratings.toString());
    write("x2", things.toString());
    write("x3", people.toString());
    IntakeReport report = shop.read(files);
    assertEquals(
        "reviews: column 1=product, column 2=customer, column 3=rating, column 4=time",
        columns(report, "x1"));
    assertEquals(
        "customers: column 1=customer, column 2=age, column 3=gender, column 4=attribute",
        columns(report, "x3"));
    assertEquals(50, shop.number("SELECT count(DISTINCT customer_id) FROM v1.events"));
  }

  @Test
  void mappingOverrulesEveryGuess() throws IOException {
    write("x.txt", "7;A-1;03/04/2026;12,50;rot\n8;B-2;05/04/2026;3,00;blau\n");
    write("old.csv", "order_id,customer_id,amount,date\n1,c1,5.00,2026-01-01\n");
    write(
        "mapping.json",
        """
        {"files": {"x.txt": {"role": "orders", "header": false, "delimiter": ";", "dayFirst": true,
           "columns": {"1": "order", "2": "customer", "3": "time", "4": "amount", "5": "ignore"}},
         "old.csv": {"role": "ignore"}}}
        """);
    IntakeReport report = shop.read(files);
    assertEquals(
        "orders: column 1=order, column 2=customer, column 3=time, column 4=amount, column 5=unknown",
        columns(report, "x.txt"));
    assertEquals(
        List.of("7 A-1 1250 2026-04-03 00:00:00", "8 B-2 300 2026-04-05 00:00:00"),
        shop.texts(
            "SELECT concat_ws(' ', order_id, customer_id, amount_minor, ordered_at) AS x FROM v1.order_lines ORDER BY x"));
    assertTrue(report.files().getFirst().unusedReason().orElseThrow().contains("mapping.json"));
  }

  @Test
  void anAmbiguousDateIsSaid() throws IOException {
    write("o.csv", "order_id,customer_id,amount,date\n1,c1,5.00,03/04/2026\n");
    IntakeReport report = shop.read(files);
    assertTrue(
        report.files().getFirst().columns().getLast().evidence().contains("dayFirst"),
        report::toString);
    assertEquals(
        "2026-03-04 00:00:00",
        shop.texts("SELECT CAST(ordered_at AS VARCHAR) AS x FROM v1.order_lines").getFirst());
  }

  @Test
  void anExperimentIsNamedAsOne() throws IOException {
    write("e.csv", "ID,Promotion,purchase\n1,Yes,0\n2,No,1\n3,Yes,1\n");
    write("orders.csv", "order_id,customer_id,amount,date\n1,c1,5.00,2026-01-01\n");
    FileReport e = shop.read(files).files().getFirst();
    assertEquals("other", e.role());
    assertTrue(e.unusedReason().orElseThrow().contains("experiment"), e::toString);
  }
}
