package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// The catalogue and a product's page, from the shop's events and pictures on.
final class CatalogueTest extends InBrowser {
  @Test
  @Order(1)
  void anEmptyCatalogueSaysSoAndFollows() throws Exception {
    screens.open("catalogue");
    assertThat(page.locator("#no-products")).containsText("No products yet");
    assertEquals(List.of(), looks.violations("catalogue-empty"));
    door.post("events", events());
    for (String colour : List.of("red", "blue")) {
      String file = Base64.getEncoder().encodeToString(picture(Color.RED));
      door.call("PUT", "products/dress-" + colour + "/picture", "{\"base64\":\"" + file + "\"}");
    }
    assertThat(page.locator("#count")).hasText("3 products");
  }

  private static String events() {
    List<String> events = new ArrayList<>();
    for (String colour : List.of("red", "blue")) {
      events.add(
          "{\"id\":\"p-%s\",\"type\":\"productChanged\",\"occurredAt\":\"2026-01-05T10:00:00Z\",\"product\":\"dress-%s\",\"amountMinor\":19900,\"currency\":\"CNY\",\"properties\":{\"title\":\"%s 连衣裙\",\"category\":\"Clothes\",\"family\":\"dress\",\"colour\":\"%s\",\"stock\":\"%d\",\"description\":\"A <i>light</i> dress.\"}}"
              .formatted(colour, colour, colour, colour, colour.equals("red") ? 40 : 0));
    }
    events.add(
        "{\"id\":\"sale\",\"type\":\"productChanged\",\"occurredAt\":\"2026-02-05T10:00:00Z\",\"product\":\"dress-red\",\"amountMinor\":14900,\"currency\":\"CNY\"}");
    events.add(
        "{\"id\":\"cap\",\"type\":\"productChanged\",\"occurredAt\":\"2026-01-05T10:00:00Z\",\"product\":\"cap\",\"amountMinor\":2500,\"currency\":\"CNY\",\"properties\":{\"title\":\"Cap\",\"category\":\"Hats\",\"stock\":\"3\",\"picture\":\"https://127.0.0.1/cap.jpg\"}}");
    events.add(
        "{\"id\":\"o1\",\"type\":\"ordered\",\"occurredAt\":\"2026-02-06T10:00:00Z\",\"customer\":\"c1\",\"order\":\"A-1\",\"product\":\"dress-red\",\"quantity\":2,\"amountMinor\":29800,\"currency\":\"CNY\"}");
    events.add(
        "{\"id\":\"r1\",\"type\":\"reviewed\",\"occurredAt\":\"2026-02-09T10:00:00Z\",\"customer\":\"c1\",\"product\":\"dress-red\",\"properties\":{\"rating\":\"4\",\"text\":\"Fits <b>well</b>, 很好看\"}}");
    return "[" + String.join(",", events) + "]";
  }

  private static byte[] picture(Color colour) throws IOException {
    BufferedImage image = new BufferedImage(900, 900, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(colour);
    pen.fillOval(100, 100, 700, 700);
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  @Test
  @Order(2)
  void productsShowPicturePriceAndStockAndAreFound() {
    screens.open("catalogue");
    Locator grid = page.locator("#catalogue-grid");
    assertThat(grid).containsText("red 连衣裙");
    assertThat(grid).containsText("CN¥149.00");
    assertThat(grid).containsText("Sold out");
    assertThat(grid).containsText("Only 3");
    assertThat(grid.locator("img")).hasCount(2);
    page.waitForFunction(
        "[...document.querySelectorAll('#catalogue-grid img')].every(i => i.naturalWidth === 160)");
    assertEquals(List.of(), looks.violations("catalogue"));
    page.locator("#search input").fill("DRESS-B");
    assertThat(page.locator("#count")).hasText("1 product found");
    assertThat(page).hasURL(suite.address() + "catalogue?search=DRESS-B");
    page.reload();
    assertThat(page.locator("#count")).hasText("1 product found");
    screens.open("catalogue?stock=few");
    assertThat(page.locator("#count")).hasText("1 product found");
    assertThat(grid).containsText("Cap");
    screens.open("catalogue?by=price");
    assertThat(grid).containsText("Cap");
    assertTrue(grid.innerText().indexOf("Cap") < grid.innerText().indexOf("red 连衣裙"));
  }

  @Test
  @Order(3)
  void oneProductShowsVariantsPricesReviewsAndOrders() {
    screens.open("catalogue");
    page.getByText("red 连衣裙").click();
    assertThat(screens.title()).hasText("red 连衣裙");
    assertThat(page.locator("#product-price")).hasText("CN¥149.00");
    assertThat(page.locator("#product-sold")).hasText("2");
    assertThat(page.locator("#product-rating")).hasText("★ 4.0 (1)");
    assertThat(page.locator("#reviews")).containsText("Fits <b>well</b>, 很好看");
    assertThat(page.locator("#product")).containsText("A <i>light</i> dress.");
    assertThat(page.locator("#orders")).containsText("A-1");
    assertThat(page.locator("#prices canvas")).hasCount(1);
    assertEquals(List.of(), looks.violations("product"));
    page.locator("#variants a", new Page.LocatorOptions().setHasText("blue")).click();
    assertThat(screens.title()).hasText("blue 连衣裙");
    assertThat(page.locator("#product-stock")).hasText("Sold out");
    page.locator("nav a").first().click();
    assertThat(screens.title()).hasText("Catalogue");
  }

  @Test
  @Order(4)
  void anotherPictureIsTakenAndAnythingElseIsRefusedInWords() throws Exception {
    screens.open("catalogue/dress-red");
    Locator image = page.locator(".mq-portrait .mq-picture img");
    String before = image.getAttribute("src");
    byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
    page.locator("#product input[type=file]")
        .setInputFiles(new FilePayload("red.jpg", "image/jpeg", pdf));
    assertThat(page.locator("#upload-problem")).containsText("no JPEG, PNG, GIF or BMP");
    assertEquals(before, image.getAttribute("src"));
    screens.switchLanguage();
    page.locator("#product input[type=file]")
        .setInputFiles(new FilePayload("red.jpg", "image/jpeg", pdf));
    assertThat(page.locator("#upload-problem")).containsText("这不是 JPEG");
    screens.switchLanguage();
    page.locator("#product input[type=file]")
        .setInputFiles(new FilePayload("red.png", "image/png", picture(Color.GREEN)));
    assertThat(image).not().hasAttribute("src", before);
    assertThat(page.locator("#upload-problem")).hasText("");
  }

  @Test
  @Order(5)
  void internalAddressesAreRefusedAndAZipFileIsTaken() throws Exception {
    screens.open("catalogue");
    page.locator("#open-pictures").click();
    assertThat(page.locator("#pictures-waiting")).containsText("1 picture waits");
    page.locator("#pictures-fetch").click();
    assertThat(page.locator("#pictures-work")).containsText("0 kept, 1 refused");
    assertThat(page.locator("#pictures-work")).containsText("not on the public internet");
    assertThat(page.locator("#pictures-work")).containsText("Last run: ");
    Locator failures = page.locator("#failure-grid");
    assertThat(failures).containsText("Nothing could be read from this address");
    assertThat(failures).containsText("https://127.0.0.1/cap.jpg: the host is not on the public");
    assertThat(failures).containsText("once, last");
    assertThat(page.locator("#pictures-next")).containsText("05:10");
    assertThat(page.locator("#open-pictures")).hasText("Pictures … (1 failed)");
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("photos/CAP.png"));
      out.write(picture(Color.BLUE));
      out.closeEntry();
    }
    page.locator("vaadin-dialog input[type=file], vaadin-dialog-overlay input[type=file]")
        .setInputFiles(new FilePayload("p.zip", "application/zip", zip.toByteArray()));
    assertThat(page.locator("#pictures-work")).containsText("1 kept, 0 refused");
    assertThat(page.locator("#pictures-waiting")).containsText("was read");
    assertThat(failures).hasCount(0);
    assertThat(page.locator("#open-pictures")).hasText("Pictures …");
    assertEquals(List.of(), browsing.violations(page));
    Browsing.shot(page, "pictures");
  }

  @Test
  @Order(6)
  void keptPicturesAreServedToAnyoneForLong() throws Exception {
    screens.open("catalogue/dress-red");
    String source = page.locator(".mq-portrait .mq-picture img").getAttribute("src");
    try (HttpClient nobody = HttpClient.newHttpClient()) {
      URI address = URI.create(suite.address()).resolve(source);
      HttpResponse<byte[]> answer =
          nobody.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
      assertEquals(200, answer.statusCode());
      assertEquals("image/jpeg", answer.headers().firstValue("Content-Type").orElse(""));
      assertTrue(
          answer.headers().firstValue("Cache-Control").orElse("").contains("immutable"),
          answer.headers().toString());
      for (String path :
          List.of("files/pictures/none.jpg", "files/pictures/..%2f..%2fetc%2fpasswd", "files/")) {
        HttpResponse<String> none =
            nobody.send(
                HttpRequest.newBuilder(URI.create(suite.address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertTrue(none.statusCode() == 404 || none.statusCode() == 400, path + none);
      }
    }
  }

  @Test
  @Order(7)
  void aPhoneNeedsNoScrollingSideways() {
    page.setViewportSize(390, 844);
    for (String path : List.of("catalogue", "catalogue/dress-red")) {
      screens.open(path);
      assertThat(screens.title()).hasText(Pattern.compile("Catalogue|red.*"));
      screens.settled();
      assertEquals(390, page.evaluate("document.documentElement.scrollWidth"), path);
      Browsing.shot(page, path.replace('/', '-') + "-phone");
    }
    screens.open("catalogue");
    assertThat(page.locator("#catalogue-grid")).containsText("CN¥149.00");
    screens.open("catalogue/no-such-thing");
    assertThat(screens.title()).hasText("No such product");
    page.setViewportSize(1280, 860);
  }
}
