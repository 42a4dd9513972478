package org.marquetry.ui.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.testing.RunningSuite;

/// A shop's page on a port of its own embeds the page script of a real suite, in a real Chromium.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ShopPageTest {
  @TempDir static Path home;

  private RunningSuite suite;
  private Door door;
  private Browsing browsing;
  private HttpServer shop;
  private HttpServer stranger;
  private String key;

  @BeforeAll
  void start() throws Exception {
    suite = Suites.start(home, "pages");
    door = new Door(suite.address(), home);
    door.serves("page-keys");
    browsing = new Browsing();
    shop = server();
    stranger = server();
    String made =
        door.post(
            "page-keys",
            "{\"label\":\"shop\",\"origins\":[\"%s\"],\"countsOrders\":true}"
                .formatted(origin(shop)));
    key = found("\"id\":\"([^\"]+)\"", made);
    String snippet =
        found(
                "\"html\":\"(.*)\"}",
                door.get("page-keys/" + key + "/snippet?address=" + suite.address()))
            .replace("\\n", "\n")
            .replace("\\\"", "\"");
    serve(shop, snippet);
    serve(stranger, snippet);
  }

  @AfterAll
  void stop() throws Exception {
    if (browsing != null) {
      browsing.close();
    }
    if (suite != null) {
      suite.close();
    }
    if (shop != null && stranger != null) {
      shop.stop(0);
      stranger.stop(0);
    }
  }

  @AfterEach
  void forget() {
    browsing.complaints();
  }

  @Test
  void aPageTellsTheSuiteAndKeepsNothingBeforeConsent() throws Exception {
    long before = settled();
    Page page = window();
    Response sent =
        page.waitForResponse("**/open/page/events**", () -> page.navigate(origin(shop) + "/tea"));
    assertEquals(202, sent.status());
    assertEquals("", page.evaluate("document.cookie"));
    assertEquals(0, page.evaluate("localStorage.length + sessionStorage.length"));
    assertEquals(List.of(), page.context().cookies());
    call(page, "'product', {id: 'p1'}");
    call(page, "'search', {query: '<img src=x onerror=alert(1)>', results: 3}");
    call(page, "'cart', {product: 'p1', quantity: 2, price: 12.99, currency: 'EUR'}");
    call(page, "'uncart', {product: 'p1', quantity: 1}");
    call(
        page,
        "'order', {id: 'o1', currency: 'EUR', lines: [{product: 'p1', quantity: 1, amount: 12.99}, {product: 'p2', amount: 3}]}");
    until("a view, a product, a search, two of the cart and two lines are there", before + 7);
    assertEquals("", page.evaluate("document.cookie"));
    Response consent =
        page.waitForResponse("**/open/page/events**", () -> call(page, "'consent', true"));
    assertEquals(202, consent.status());
    String visitor = String.valueOf(page.evaluate("document.cookie"));
    assertTrue(visitor.matches("mq_visitor=v-[0-9a-f]{24}"), visitor);
    until("the consent is there", before + 8);
    page.navigate(origin(shop) + "/more"); // the first page tells that it is left
    until("the first was left, the second seen", before + 10);
    assertEquals(visitor, page.evaluate("document.cookie"), "the same visitor");
    page.waitForResponse("**/open/page/events**", () -> call(page, "'consent', false"));
    assertEquals("", page.evaluate("document.cookie"));
    assertEquals(0, page.evaluate("sessionStorage.length"));
    until("the refusal is there", before + 11);
    assertEquals(
        List.of(), browsing.complaints().stream().filter(c -> c.contains("foreign")).toList());
    page.context().close();
  }

  @Test
  void aDrivenBrowserIsTakenForAProgram() throws Exception {
    long before = bots();
    Page page = window();
    page.waitForResponse("**/open/page/events**", () -> page.navigate(origin(shop) + "/"));
    page.context().close();
    Door.until("it counts as a bot", () -> bots() > before);
  }

  @Test
  void aPageWithoutScriptIsCountedToo() throws Exception {
    long before = settled();
    Page page = window();
    BrowserContext plain =
        page.context()
            .browser()
            .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    plain.newPage().navigate(origin(shop) + "/plain");
    until("the page without script is there", before + 1);
    plain.close();
    page.context().close();
  }

  @Test
  void aForeignOriginIsRefused() throws Exception {
    long before = settled();
    Page page = window();
    List<String> failed = new ArrayList<>();
    page.onRequestFailed(r -> failed.add(r.url()));
    page.navigate(origin(stranger) + "/");
    page.waitForCondition(() -> !failed.isEmpty());
    assertTrue(failed.getFirst().startsWith(suite.address() + "open/page/events"), "" + failed);
    page.context().close();
    assertEquals(before, events());
  }

  private static void call(Page page, String arguments) {
    page.evaluate("marquetry(" + arguments + ")");
  }

  private Page window() {
    return browsing.window("http://127.0.0.1:", "en-US", ColorScheme.LIGHT, 1000);
  }

  private static HttpServer server() throws IOException {
    return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  private static String origin(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static void serve(HttpServer server, String snippet) {
    byte[] page =
        ("<!doctype html><html lang=en><head><title>Tea</title><link rel=icon href='data:,'></head><body><h1>Tea</h1>"
                + snippet
                + "</body></html>")
            .getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
  }

  private long events() throws IOException, InterruptedException {
    return sum("events");
  }

  /// What pages say when they are closed comes a moment later.
  private long settled() throws Exception {
    long count = -1;
    for (int same = 0; same < 8; TimeUnit.MILLISECONDS.sleep(100)) {
      long now = events();
      same = now == count ? same + 1 : 0;
      count = now;
    }
    return count;
  }

  private long bots() throws IOException, InterruptedException {
    return sum("bots");
  }

  private long sum(String field) throws IOException, InterruptedException {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String days = door.get("page-days?from=" + today.minusDays(1) + "&to=" + today.plusDays(1));
    Matcher counts = Pattern.compile("\"" + field + "\":(\\d+)").matcher(days);
    long sum = 0;
    while (counts.find()) {
      sum += Long.parseLong(counts.group(1));
    }
    return sum;
  }

  private void until(String what, long count) throws Exception {
    Door.until(what, () -> events() >= count);
    assertEquals(count, events(), what);
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertTrue(matcher.find(), text);
    return matcher.group(1);
  }
}
