package org.marquetry.data.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.data.api.Catalogue;
import org.marquetry.data.api.CatalogueQuery;
import org.marquetry.data.api.CatalogueQuery.By;
import org.marquetry.data.api.CatalogueQuery.Stock;
import org.marquetry.data.api.Picture;
import org.marquetry.data.api.PictureRefused;
import org.marquetry.data.api.PictureWork;
import org.marquetry.data.api.Product;
import org.marquetry.data.api.ProductDetail;
import org.marquetry.data.api.ProductReview;
import org.marquetry.data.events.EventLoader;
import org.marquetry.lib.outbound.Outbound;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.JobStatus.State;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.platform.journal.FileJournal;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.OrderId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.sql.h2.H2Databases;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;

/// On a real journal and a real warehouse.
class WarehouseCatalogueTest {
  private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
  private static final ProductId RED = new ProductId("dress-red");

  private final SharedPool pool = new SharedPool(2);

  @TempDir Path folder;
  private Instant now = AT;
  private H2Databases databases;
  private PictureTries tries;
  private FileJournal journal;
  private DuckDbWarehouse warehouse;
  private EventLoader loader;
  private long[] done;
  private JobsAtOnce jobs = new JobsAtOnce();

  @BeforeEach
  void open() throws Exception {
    journal = FileJournal.open(folder.resolve("journal"), InstantSource.fixed(AT));
    databases = new H2Databases(folder.resolve("sql"), () -> now);
    tries = new PictureTries(databases);
    warehouse = new DuckDbWarehouse(folder.resolve("warehouse"));
    loader = new EventLoader(warehouse);
    done = new long[journal.partitions()];
  }

  @AfterEach
  void close() throws Exception {
    warehouse.close();
    journal.close();
    databases.close();
    pool.close();
  }

  /// What the shop told until now, as a catalogue that nobody asked before.
  private WarehouseCatalogue catalogue() {
    for (int partition = 0; partition < done.length; partition++) {
      var entries = journal.replay(partition, done[partition], 10_000);
      if (!entries.isEmpty()) {
        loader.accept(partition, entries);
        done[partition] = entries.getLast().offset() + 1;
      }
    }
    PictureFacts facts = new PictureFacts(new PictureStore(pictures()), journal, () -> now, tries);
    jobs =
        new JobsAtOnce(
            new UnpackPictures(pictures(), warehouse, facts),
            new FetchPictures(warehouse, facts, new Outbound()));
    return new WarehouseCatalogue(warehouse, facts, jobs, () -> Optional.of(AT), pool);
  }

  private Path pictures() {
    return folder.resolve("pictures");
  }

  private Event.Builder changed(String id, String product, int day) {
    return Event.builder(id, EventTypes.PRODUCT_CHANGED, AT.plusSeconds(86_400L * day))
        .product(new ProductId(product));
  }

  private void dress(String colour, int stock, long price) {
    journal.append(
        changed("new-" + colour, "dress-" + colour, 0)
            .property(EventProperties.TITLE, "Dress " + colour)
            .property(EventProperties.CATEGORY, "Clothes")
            .property(EventProperties.FAMILY, "dress")
            .property(EventProperties.COLOUR, colour)
            .property(EventProperties.STOCK, Integer.toString(stock))
            .money(new Money(price, "CNY"))
            .build());
  }

  private static CatalogueQuery all(By by, boolean descending) {
    return new CatalogueQuery("", Optional.empty(), Optional.empty(), by, descending, 0, 100);
  }

  private static List<String> ids(WarehouseCatalogue catalogue, CatalogueQuery query) {
    return catalogue.page(query).products().stream().map(p -> p.id().value()).toList();
  }

  @Test
  void theLaterWordCountsAndPricesAreRemembered() {
    dress("red", 7, 19_900);
    journal.append(changed("same", "dress-red", 1).money(new Money(19_900, "CNY")).build());
    journal.append(
        changed("sale", "dress-red", 2)
            .money(new Money(9_900, "CNY"))
            .property(EventProperties.STOCK, "0")
            .build());
    journal.append(changed("odd", "dress-red", 3).property(EventProperties.STOCK, "many").build());
    journal.append(changed("cut", "dress-red", 4).property("cut", "wrap").build());
    ProductDetail detail = catalogue().product(RED).orElseThrow();
    assertEquals(Optional.of(new Money(9_900, "CNY")), detail.product().price());
    assertEquals(OptionalLong.of(0), detail.product().stock());
    assertEquals(Map.of("cut", "wrap"), detail.attributes());
    assertEquals(
        List.of(
            new ProductDetail.PriceChange(AT, new Money(19_900, "CNY")),
            new ProductDetail.PriceChange(AT.plusSeconds(172_800), new Money(9_900, "CNY"))),
        detail.prices());
  }

  @Test
  void variantsStandTogether() {
    dress("red", 7, 19_900);
    dress("blue", 0, 19_900);
    journal.append(changed("alone", "cap", 0).property(EventProperties.TITLE, "Cap").build());
    WarehouseCatalogue catalogue = catalogue();
    assertEquals(
        List.of("dress-blue", "dress-red"),
        catalogue.product(RED).orElseThrow().variants().stream().map(p -> p.id().value()).toList());
    assertEquals(List.of(), catalogue.product(new ProductId("cap")).orElseThrow().variants());
    assertEquals(Optional.empty(), catalogue.product(new ProductId("none")));
    List<ProductId> asked = List.of(new ProductId("cap"), new ProductId("none"), RED);
    assertEquals(
        List.of("cap", "dress-red"),
        catalogue.products(asked).stream().map(p -> p.id().value()).toList());
  }

  @Test
  void allProductsAreReadPageAfterPage() {
    List<String> ids =
        IntStream.rangeClosed(0, Catalogue.MAX_PAGE).mapToObj("p-%03d"::formatted).toList();
    journal.append(ids.stream().map(id -> changed("told-" + id, id, 0).build()).toList());
    WarehouseCatalogue catalogue = catalogue();
    assertEquals(
        ids, Catalogue.all(catalogue, By.TITLE, false).map(p -> p.id().value()).sorted().toList());
    assertEquals(2, Catalogue.all(catalogue, By.TITLE, false).limit(2).count());
  }

  @Test
  void isSearchedFilteredAndOrdered() {
    dress("red", 7, 19_900);
    dress("blue", 0, 9_900);
    journal.append(changed("alone", "cap", 0).property(EventProperties.TITLE, "Cap").build());
    WarehouseCatalogue catalogue = catalogue();
    assertEquals(List.of("Clothes"), catalogue.categories());
    assertEquals(List.of("dress-blue", "dress-red", "cap"), ids(catalogue, all(By.PRICE, false)));
    assertEquals(List.of("dress-red", "dress-blue", "cap"), ids(catalogue, all(By.PRICE, true)));
    assertEquals(List.of("cap", "dress-blue", "dress-red"), ids(catalogue, all(By.TITLE, false)));
    assertEquals(
        List.of("dress-blue"),
        ids(
            catalogue,
            new CatalogueQuery(
                "DRESS",
                Optional.of("Clothes"),
                Optional.of(Stock.SOLD_OUT),
                By.SOLD,
                true,
                0,
                9)));
    assertEquals(
        List.of("dress-red"),
        ids(
            catalogue,
            new CatalogueQuery("", Optional.empty(), Optional.empty(), By.TITLE, false, 2, 9)));
  }

  @Test
  void salesAndReviewsAreTheProducts() {
    dress("red", 7, 19_900);
    for (int i = 0; i < 3; i++) {
      journal.append(
          Event.builder("o" + i, EventTypes.ORDERED, AT.plusSeconds(i))
              .customer(new CustomerId("c" + i))
              .product(RED)
              .order(new OrderId("o" + i))
              .quantity(2)
              .money(new Money(39_800, "CNY"))
              .build());
    }
    journal.append(
        Event.builder("gone", EventTypes.CANCELLED, AT.plusSeconds(9))
            .customer(new CustomerId("c0"))
            .order(new OrderId("o0"))
            .build());
    journal.append(
        Event.builder("r", EventTypes.REVIEWED, AT.plusSeconds(20))
            .customer(new CustomerId("c1"))
            .product(RED)
            .property(EventProperties.RATING, "4")
            .property("text", "<b>很好</b>")
            .build());
    WarehouseCatalogue catalogue = catalogue();
    ProductDetail detail = catalogue.product(RED).orElseThrow();
    Product product = detail.product();
    assertEquals(4, product.sold());
    assertEquals(2, detail.orders());
    assertEquals(OptionalDouble.of(4), product.rating());
    assertEquals(
        List.of(
            new ProductReview(
                AT.plusSeconds(20),
                Optional.of(new CustomerId("c1")),
                OptionalDouble.of(4),
                Optional.empty(),
                Optional.of("<b>很好</b>"))),
        catalogue.reviews(RED, 0, 10));
    assertEquals(
        List.of("o2 true", "o1 true", "o0 false"),
        catalogue.orders(RED, 0, 10).stream().map(o -> o.order() + " " + o.kept()).toList());
  }

  @Test
  void aPictureIsKeptAndTheProductShowsIt() throws Exception {
    dress("red", 7, 19_900);
    byte[] file = SafePictureTest.file(1000, 1000, "png");
    Picture first = catalogue().keepPicture(RED, new ByteArrayInputStream(file));
    WarehouseCatalogue catalogue = catalogue();
    assertEquals(Optional.of(first), catalogue.product(RED).orElseThrow().product().picture());
    assertEquals(first, catalogue.keepPicture(RED, new ByteArrayInputStream(file)));
    for (Picture.Size size : Picture.Size.values()) {
      byte[] jpeg = catalogue.picture(first, size).orElseThrow();
      assertEquals(
          size.pixels(), ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth(), size.name());
      assertTrue(java.util.Arrays.equals(jpeg, catalogue.picture(first, size).orElseThrow()));
    }
    assertEquals(
        Optional.empty(), catalogue.picture(new Picture("0".repeat(64)), Picture.Size.THUMB));
  }

  @Test
  void severalPicturesAreToldOfInOneGoOrNone() throws Exception {
    dress("red", 7, 19_900);
    journal.append(
        changed("told", "dress-blue", 0)
            .property(EventProperties.PICTURE, "https://shop.example/blue.jpg")
            .build());
    ProductId blue = new ProductId("dress-blue");
    byte[] good = SafePictureTest.file(90, 90, "bmp");
    WarehouseCatalogue before = catalogue();
    assertThrows(
        PictureRefused.class,
        () -> before.keepPictures(Map.of(RED, good, blue, "no".getBytes(StandardCharsets.UTF_8))));
    assertEquals(Optional.empty(), catalogue().product(RED).orElseThrow().product().picture());
    long events = journal.ends().stream().mapToLong(n -> n).sum();
    Map<ProductId, Picture> kept = before.keepPictures(Map.of(RED, good, blue, good));
    assertEquals(events + 2, journal.ends().stream().mapToLong(n -> n).sum());
    for (ProductId id : List.of(RED, blue)) {
      assertEquals(
          Optional.ofNullable(kept.get(id)),
          catalogue().product(id).orElseThrow().product().picture());
    }
    assertEquals(0, catalogue().pictureWork().waiting());
  }

  @Test
  void picturesOfAZipGoToTheirProducts() throws Exception {
    dress("red", 7, 19_900);
    dress("blue", 0, 9_900);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, "photos/Dress-Red.PNG", SafePictureTest.file(300, 300, "png"));
      add(zip, "../../etc/dress-blue.jpg", "#!/bin/sh".getBytes(StandardCharsets.UTF_8));
      add(zip, "nobody.jpg", SafePictureTest.file(10, 10, "jpeg"));
    }
    WarehouseCatalogue catalogue = catalogue();
    jobs.stopAfter = 1;
    catalogue.keepPictures(new ByteArrayInputStream(bytes.toByteArray()));
    assertEquals(State.CANCELLED, catalogue.pictureWork().job().orElseThrow().state());
    jobs.stopAfter = 9;
    catalogue.keepPictures(new ByteArrayInputStream(bytes.toByteArray()));
    Map<String, String> result = catalogue.pictureWork().job().orElseThrow().result();
    assertEquals(
        "1 1 1", result.get("kept") + " " + result.get("refused") + " " + result.get("unknown"));
    assertEquals(
        "dress-blue: the file is no JPEG, PNG, GIF or BMP\nnobody: ?", result.get("first"));
    assertTrue(catalogue().product(RED).orElseThrow().product().picture().isPresent());
    try (var left = Files.list(pictures().resolve("zip"))) {
      assertEquals(List.of(), left.toList());
    }
    PictureRefused refused =
        assertThrows(
            PictureRefused.class,
            () ->
                catalogue.keepPictures(
                    new ByteArrayInputStream("%PDF-1.7".getBytes(StandardCharsets.UTF_8))));
    assertEquals(PictureRefused.Reason.NO_ZIP, refused.reason());
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws Exception {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  @Test
  void internalAddressesOfPicturesAreRefused() {
    for (String address : List.of("https://localhost/a.jpg", "http://example.com/b.jpg")) {
      journal.append(
          changed(address, "p" + address.length(), 0)
              .property(EventProperties.PICTURE, address)
              .build());
    }
    WarehouseCatalogue catalogue = catalogue();
    assertEquals(2, catalogue.pictureWork().waiting());
    catalogue.fetchPictures();
    Map<String, String> result = catalogue.pictureWork().job().orElseThrow().result();
    assertEquals("0 2", result.get("kept") + " " + result.get("refused"));
    assertTrue(
        result.getOrDefault("first", "").contains("not on the public internet"), result.toString());
  }

  @Test
  void whatFailedIsTriedAgainByScheduleAfterLongerAndLongerPausesAndByHandAtOnce()
      throws Exception {
    journal.append(
        changed("told", "dress-red", 0)
            .property(EventProperties.PICTURE, "https://localhost/red.jpg")
            .build());
    WarehouseCatalogue catalogue = catalogue();
    JobRequest daily =
        new JobRequest(FetchPictures.KIND, "all", Map.of(FetchPictures.SCHEDULED, "true"), 1);
    List<Integer> tries = new ArrayList<>();
    for (int day = 0; day <= 8; day++) {
      now = AT.plus(Duration.ofDays(day));
      jobs.start(daily);
      tries.add(catalogue.pictureWork().failures().getFirst().tries());
    }
    assertEquals(List.of(1, 2, 2, 3, 3, 3, 3, 4, 4), tries, "after 1, 2, 4 days");
    catalogue.fetchPictures();
    PictureWork.Failure failure = catalogue.pictureWork().failures().getFirst();
    assertEquals(5, failure.tries());
    assertEquals(now.plus(Duration.ofDays(16)), failure.next());
    assertEquals(Optional.empty(), failure.reason());
    assertTrue(failure.detail().contains("not on the public internet"), failure.detail());
    assertEquals(Optional.of(AT), catalogue.pictureWork().next());
    journal.append(
        changed("other", "dress-red", 1)
            .property(EventProperties.PICTURE, "https://127.0.0.1/red.jpg")
            .build());
    WarehouseCatalogue told = catalogue();
    jobs.start(daily);
    assertEquals(1, told.pictureWork().failures().getFirst().tries(), "another address is new");
    told.keepPicture(RED, new ByteArrayInputStream(SafePictureTest.file(9, 9, "gif")));
    assertEquals(List.of(), told.pictureWork().failures());
  }

  /// What somebody hands over is not replaced by what the shop's address shows.
  @Test
  void aPictureThatIsHandedOverNeedsNoAddress() throws Exception {
    journal.append(
        changed("told", "dress-red", 0)
            .property(EventProperties.PICTURE, "https://shop.example/red.jpg")
            .build());
    assertEquals(1, catalogue().pictureWork().waiting());
    catalogue().keepPicture(RED, new ByteArrayInputStream(SafePictureTest.file(9, 9, "gif")));
    assertEquals(0, catalogue().pictureWork().waiting());
  }

  @Test
  void onlyNamesOfKeptPicturesAreServed() throws Exception {
    Picture picture =
        catalogue().keepPicture(RED, new ByteArrayInputStream(SafePictureTest.file(9, 9, "gif")));
    PictureFiles files = new PictureFiles(new PictureStore(pictures()));
    assertEquals("image/jpeg", files.file(picture.file(Picture.Size.THUMB)).orElseThrow().type());
    for (String name :
        List.of(
            "",
            "..",
            "../x",
            picture.hash() + ".jpg",
            picture.hash() + "-huge.jpg",
            "0".repeat(64) + "-full.jpg")) {
      assertEquals(Optional.empty(), files.file(name), name);
    }
  }
}
