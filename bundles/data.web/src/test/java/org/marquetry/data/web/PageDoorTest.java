package org.marquetry.data.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.data.api.PageKeys.PageKey;
import org.marquetry.platform.api.http.OpenAnswer;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;

final class PageDoorTest {
  private static final String SESSION = "p-0123456789abcdef01234567";
  private static final String VISITOR = "v-0123456789abcdef01234567";

  @TempDir Path folder;

  private static String event(int n, String more) {
    return "{\"id\":\"e-%024x\",\"ago\":1500,%s}".formatted(n, more);
  }

  private static String batch(String... events) {
    return "{\"session\":\"%s\",\"inputs\":3,\"automated\":false,\"events\":[%s]}"
        .formatted(SESSION, String.join(",", events));
  }

  private Shop shop() throws IOException {
    return new Shop(folder, false, 1_000, 10_000);
  }

  @Test
  void whatAPageTellsIsInTheJournalWithABotProbability() throws IOException {
    try (Shop shop = shop()) {
      OpenAnswer answer =
          shop.post(
              Shop.ORIGIN,
              batch(
                  event(1, "\"type\":\"viewed\",\"path\":\"/tea\",\"title\":\"Tea\""),
                  event(
                      2, "\"type\":\"searched\",\"query\":\"red <b>tea\\u0000</b>\",\"results\":4"),
                  event(
                      3,
                      "\"type\":\"carted\",\"product\":\"p1\",\"quantity\":2,\"price\":\"12.99\",\"currency\":\"EUR\""),
                  event(4, "\"type\":\"consented\",\"granted\":true"),
                  event(5, "\"type\":\"left\",\"visible\":5200")));
      assertEquals(202, answer.status(), answer.body());
      assertEquals(Shop.ORIGIN, answer.headers().get("Access-Control-Allow-Origin"));
      Map<String, Event> by = shop.stored().stream().collect(Collectors.toMap(Event::type, e -> e));
      assertEquals(5, by.size());
      Event carted = by.get("carted");
      assertEquals(1299, carted.money().orElseThrow().minor());
      assertEquals(2, carted.quantity().orElseThrow());
      assertEquals(shop.now().minusMillis(1500), carted.occurredAt());
      assertEquals(Optional.of(SESSION), carted.session());
      assertTrue(carted.visitor().isEmpty() && carted.customer().isEmpty());
      assertEquals("red <b>tea </b>", by.get("searched").properties().get("query"));
      assertEquals("page", by.get("consented").properties().get("channel"));
      assertTrue(EventProperties.emailConsent(by.get("consented")).isEmpty(), "not for mail");
      double bot = Double.parseDouble(carted.properties().get(EventProperties.BOT_PROBABILITY));
      assertTrue(bot > 0 && bot < 0.1, "got " + bot);
    }
  }

  @Test
  void anotherOriginAnotherKeyOrARemovedOneIsRefusedAndStoresNothing() throws IOException {
    try (Shop shop = shop()) {
      String body = batch(event(1, "\"type\":\"viewed\""));
      for (String origin :
          List.of(
              "https://evil.example",
              "null",
              "https://shop.example.evil.example",
              "http://shop.example",
              "https://shop.example:8443")) {
        OpenAnswer answer = shop.post(origin, body);
        assertEquals(403, answer.status(), origin);
        assertFalse(answer.headers().containsKey("Access-Control-Allow-Origin"));
      }
      assertEquals(
          403, shop.get("/page/seen", "https://evil.example/x", Shop.BROWSER, "::1").status());
      shop.keys.change(
          shop.key.id(),
          true,
          k ->
              new PageKey(
                  k.id(), k.label(), k.origins(), false, k.madeAt(), Optional.of(shop.now())));
      assertEquals(403, shop.post(Shop.ORIGIN, body).status());
      assertEquals(List.of(), shop.stored());
    }
  }

  @Test
  void aPageCannotForgeOrdersCustomersOrIdsOfTheShop() throws IOException {
    try (Shop shop = shop()) {
      String order =
          event(
              1,
              "\"type\":\"order\",\"order\":\"o1\",\"currency\":\"CNY\",\"lines\":[{\"product\":\"p1\",\"quantity\":1,\"amount\":5},{\"product\":\"p2\",\"amount\":2.5}]");
      OpenAnswer answer =
          shop.post(
              Shop.ORIGIN,
              batch(
                  order,
                  event(2, "\"type\":\"customerChanged\",\"customer\":\"c1\""),
                  event(3, "\"type\":\"viewed\",\"customer\":\"c1\""),
                  "{\"id\":\"order-1\",\"type\":\"viewed\"}"));
      assertTrue(answer.body().contains("\"accepted\": 3"), answer.body());
      List<Event> stored = shop.stored();
      assertEquals(2, stored.stream().filter(e -> e.type().equals("checkedOut")).count());
      assertTrue(stored.stream().allMatch(e -> e.id().startsWith(shop.key.id() + ".")));
      assertTrue(stored.stream().allMatch(e -> e.customer().isEmpty()));
      shop.post(Shop.ORIGIN, batch(order)); // sent again
      assertEquals(3, shop.stored().size());
    }
  }

  @Test
  void whereTheShopSaysSoThePagesOrderCounts() throws IOException {
    try (Shop shop = new Shop(folder, true, 1_000, 10_000)) {
      shop.post(
          Shop.ORIGIN,
          batch(
              event(
                  1,
                  "\"type\":\"order\",\"order\":\"o1\",\"currency\":\"JPY\",\"lines\":[{\"product\":\"p1\",\"amount\":500}]")));
      Event order = shop.stored().getFirst();
      assertEquals("ordered", order.type());
      assertEquals(500, order.money().orElseThrow().minor());
    }
  }

  @Test
  void whatTheShopDeclaredForItsPagesComesAndIsChecked() throws IOException {
    try (Shop shop = shop()) {
      OpenAnswer answer =
          shop.post(
              Shop.ORIGIN,
              batch(
                  event(
                      1,
                      "\"type\":\"own\",\"name\":\"tastingBooked\",\"properties\":{\"persons\":2,\"vegetarian\":true,\"more\":\"x\"}"),
                  event(
                      2,
                      "\"type\":\"own\",\"name\":\"tastingBooked\",\"properties\":{\"persons\":\"two\"}"),
                  event(
                      3,
                      "\"type\":\"own\",\"name\":\"tastingBooked\",\"properties\":{\"persons\":1,\"guest\":\"Bob\"}"),
                  event(4, "\"type\":\"own\",\"name\":\"stockCounted\""),
                  event(5, "\"type\":\"own\",\"name\":\"ordered\"")));
      assertTrue(answer.body().contains("\"accepted\": 1"), answer.body());
      Event tasting = shop.stored().getFirst();
      assertEquals("tastingBooked", tasting.type());
      assertEquals("2", tasting.properties().get("persons"));
      assertEquals("true", tasting.properties().get("vegetarian"));
      assertFalse(tasting.properties().containsKey("more"), "not declared");
    }
  }

  @Test
  void hostileBodiesAreRefusedWithWordsAndNeverBreakTheDoor() throws IOException {
    try (Shop shop = shop()) {
      for (String body :
          List.of(
              "",
              "null",
              "[]",
              "{",
              "[".repeat(5_000),
              "{\"session\":\"x\",\"events\":[]}",
              "{\"session\":\"" + SESSION + "\",\"visitor\":\"' OR 1=1\",\"events\":[]}",
              "{\"session\":\"" + SESSION + "\",\"events\":[1]}",
              "{\"session\":\"" + SESSION + "\",\"inputs\":1e99,\"events\":[]}",
              batch(
                  IntStream.range(0, 51)
                      .mapToObj(i -> event(i, "\"type\":\"viewed\""))
                      .toArray(String[]::new)))) {
        assertEquals(422, shop.post(Shop.ORIGIN, body).status(), body);
      }
      OpenAnswer odd =
          shop.post(
              Shop.ORIGIN,
              batch(
                  event(
                      1,
                      "\"type\":\"carted\",\"product\":\"p\",\"price\":1e999,\"currency\":\"EUR\""),
                  event(
                      2, "\"type\":\"carted\",\"product\":\"p\",\"price\":-1,\"currency\":\"EUR\""),
                  event(3, "\"type\":\"carted\",\"product\":\"p\",\"price\":1,\"currency\":\"no\""),
                  event(4, "\"type\":\"carted\",\"product\":\"" + "x".repeat(65) + "\""),
                  event(5, "\"type\":\"carted\",\"product\":\"p\",\"quantity\":1e300"),
                  event(6, "\"type\":\"order\",\"order\":\"o\""),
                  event(7, "\"type\":5"),
                  event(
                      8,
                      "\"type\":\"viewed\",\"title\":\"" + "\\ud83d\\ude00".repeat(400) + "\"")));
      assertEquals(202, odd.status());
      assertTrue(odd.body().contains("\"accepted\": 1"), odd.body());
      String title = shop.stored().getFirst().properties().get("title");
      assertEquals(300, title.length());
      assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(title), "half a character");
    }
  }

  @Test
  void tooMuchFromOneAddressOrOneKeyIsPutOff() throws IOException {
    try (Shop shop = new Shop(folder, false, 5, 12)) {
      int[] statuses =
          IntStream.range(0, 7)
              .map(i -> shop.post(Shop.ORIGIN, batch(event(i, "\"type\":\"viewed\""))).status())
              .toArray();
      assertEquals("[202, 202, 202, 202, 202, 429, 429]", Arrays.toString(statuses));
      shop.wait(Duration.ofSeconds(13)); // one more request
      assertEquals(202, shop.post(Shop.ORIGIN, batch(event(8, "\"type\":\"viewed\""))).status());
      String eight =
          batch(
              IntStream.range(20, 29)
                  .mapToObj(i -> event(i, "\"type\":\"viewed\""))
                  .toArray(String[]::new));
      assertEquals(429, shop.post(Shop.ORIGIN, eight, Shop.BROWSER, "198.51.100.1").status());
      assertEquals(6, shop.stored().size());
    }
  }

  @Test
  void beforeConsentAPageIsTheSessionAndAfterwardsTheVisitorIsKept() throws IOException {
    try (Shop shop = shop()) {
      shop.post(
          Shop.ORIGIN,
          "{\"session\":\"s-0123456789abcdef01234567\",\"visitor\":\"%s\",\"events\":[%s]}"
              .formatted(VISITOR, event(1, "\"type\":\"viewed\"")));
      assertEquals(VISITOR, shop.stored().getFirst().visitor().orElseThrow().value());
    }
  }

  @Test
  void preflightAnswersOnlyTheShopsPages() throws IOException {
    try (Shop shop = shop()) {
      Map<String, String> key = Map.of("key", shop.key.id());
      OpenAnswer ours =
          shop.door.handle(
              new Asked("OPTIONS", "/page/events", key, Map.of("Origin", Shop.ORIGIN), "::1", ""));
      assertEquals(204, ours.status());
      assertEquals("content-type", ours.headers().get("Access-Control-Allow-Headers"));
      OpenAnswer other =
          shop.door.handle(
              new Asked(
                  "OPTIONS",
                  "/page/events",
                  key,
                  Map.of("Origin", "https://e.example"),
                  "::1",
                  ""));
      assertEquals(403, other.status());
    }
  }

  @Test
  void theScriptIsBelow8KilobytesAndAsksNobodyElse() throws IOException {
    String script = PageDoor.script();
    int bytes = script.getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes < 8_192, "the script has " + bytes + " bytes");
    assertFalse(script.contains("http://") || script.contains("https://"), "a foreign address");
    assertFalse(script.contains("localStorage") || script.contains("eval("));
  }
}
