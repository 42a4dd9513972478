package org.marquetry.data.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.data.api.FileReport;
import org.marquetry.data.api.IntakeOptions;
import org.marquetry.data.api.IntakeReport;

/// The known numbers of public data sets, in the folder of system property `marquetry.data`.
class RealDataTest {
  @TempDir Path folder;
  private Path data;
  private Shop shop;

  @BeforeEach
  void open() {
    String property = System.getProperty("marquetry.data", "");
    Assumptions.assumeFalse(
        property.isBlank(), "no -Dmarquetry.data=FOLDER with the public data sets: skipped");
    data = Path.of(property);
    shop = new Shop(folder.resolve("home"));
  }

  @AfterEach
  void close() {
    if (shop != null) {
      shop.close();
    }
  }

  private Path present(String set) {
    Path path = data.resolve(set);
    Assumptions.assumeTrue(Files.exists(path), "no " + set + " in marquetry.data: skipped");
    return path;
  }

  @Test
  void cdnowIsOrdersWithoutProducts() {
    IntakeReport report = shop.read(present("cdnow/CDNOW_master.txt.gz"));
    assertEquals("USD", report.currency());
    assertEquals(69_659, shop.number("SELECT count(*) FROM v1.order_lines"));
    assertEquals(23_570, shop.number("SELECT count(*) FROM v1.customers"));
    assertEquals(250_031_563, shop.number("SELECT sum(net_minor) FROM v1.order_lines"));
    assertEquals(80, shop.number("SELECT count(*) FROM v1.order_lines WHERE amount_minor = 0"));
    assertEquals(0, shop.number("SELECT count(product_id) FROM v1.order_lines"));
  }

  @Test
  void movielensUnderAnyNameIsReviews() throws IOException {
    Path set = present("movielens-100k");
    Path renamed = Files.createDirectories(folder.resolve("renamed"));
    Files.copy(set.resolve("u.data"), renamed.resolve("x1"));
    Files.copy(set.resolve("u.user"), renamed.resolve("x2"));
    Files.copy(set.resolve("u.item"), renamed.resolve("x3"));
    IntakeReport report = shop.read(renamed);
    assertEquals(100_000, report.loaded("events.reviewed"));
    assertEquals(943, shop.number("SELECT count(DISTINCT customer_id) FROM v1.events"));
    assertEquals(1_682, shop.number("SELECT count(*) FROM v1.products WHERE title IS NOT NULL"));
    assertEquals(943, shop.number("SELECT count(*) FROM v1.customers WHERE gender IN ('m', 'f')"));
    assertEquals(352_986, shop.number("SELECT CAST(sum(weight) AS BIGINT) FROM v1.events"));
    assertEquals(
        "Toy Story (1995)",
        shop.texts("SELECT title AS x FROM v1.products WHERE product_id = '1'").getFirst());
  }

  @Test
  void completejourneyIsAWholeShop() {
    IntakeOptions options = IntakeOptions.builder().timeZone(ZoneId.of("America/New_York")).build();
    IntakeReport report = shop.read(present("completejourney"), options);
    FileReport lines = file(report, "transactions_sample.csv.gz");
    assertEquals(75_000, lines.rows());
    long zero =
        report.quality().stream()
            .filter(f -> f.code().equals("quantity-zero"))
            .mapToLong(f -> f.rows())
            .sum();
    assertEquals(75_000, lines.loaded() + zero, "every line is loaded or counted");
    assertEquals(lines.loaded(), shop.number("SELECT count(*) FROM v1.order_lines"));
    assertEquals(92_331, report.loaded("products"));
    assertEquals(801, report.loaded("customers"));
    assertEquals(6_589, shop.number("SELECT count(*) FROM v1.campaign_members"));
    assertEquals(27, shop.number("SELECT count(*) FROM v1.campaigns WHERE starts_at < ends_at"));
    assertEquals(
        2_102,
        shop.number(
            "SELECT count(*) FROM v1.events WHERE type = 'redeemed' AND properties LIKE '%campaignId%'"));
    assertTrue(shop.number("SELECT sum(discount_minor) FROM v1.order_lines") > 0);
    for (String unused : List.of("coupons.csv.gz", "promotions_sample.csv.gz")) {
      assertEquals("other", file(report, unused).role());
      assertTrue(file(report, unused).unusedReason().isPresent());
    }
  }

  private static FileReport file(IntakeReport report, String name) {
    return report.files().stream().filter(f -> f.file().equals(name)).findFirst().orElseThrow();
  }
}
