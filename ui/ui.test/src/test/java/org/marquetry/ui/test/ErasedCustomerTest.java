package org.marquetry.ui.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.testing.RunningSuite;

/// One customer came in by every way that there is: the door, an own event type, files of
/// customers, orders, posts and conversations, and a row that could not be loaded. After her
/// erasure no file of the whole home names her, and the shop's totals are what they were.
final class ErasedCustomerTest {
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

  /// Values by which a search of bytes finds her.
  private static final List<String> TRACES =
      List.of(
          "Klara-7f3a91", // customer
          "klara.91@post.example",
          "klara.old@post.example",
          "+49 151 7719191",
          "Klara Unverwechselbar",
          "device-7f3a91", // visitor
          "visit-7f3a91", // session
          "bestellung-7f3a91", // order at the door
          "rechnung-7f3a91", // order of a file
          "ereignis-7f3a91-", // event
          "the lid does not close on mine 7f3a91", // review
          "my kitchen with the red kettle 7f3a91", // post
          "could you send it to my sister 7f3a91", // conversation
          "chat-7f3a91", // conversation
          "kettle for left hands 7f3a91", // search
          "leave it with the neighbour 7f3a91", // note of an order
          "guest-list 7f3a91", // field of an own event type
          "coupon-7f3a91",
          "klara.file@post.example", // a file only
          "klara.broken@post.example"); // a row that could not be loaded

  @TempDir Path home;

  @Test
  void nothingOfHerIsLeftAndTheTotalsStay() throws Exception {
    assertEquals(20, TRACES.size());
    String totals;
    try (RunningSuite suite = Suites.start(home, "suite")) {
      Door door = door(suite);
      new SmallShop(Instant.now()).send(door);
      seed(door);
      Door.until("all is stored", () -> missing(door).isEmpty());
    }
    try (StoredShop shop = new StoredShop(home)) {
      totals = shop.totals();
    }
    assertFalse(filesWith(TRACES.subList(1, 2)).isEmpty(), "such a search finds what is there");

    try (RunningSuite suite = Suites.start(home, "suite")) {
      Door door = door(suite);
      String asked =
          door.post(
              "privacy/erasures",
              "{\"person\":{\"emails\":[\"%s\"]},\"reason\":\"person-asked\"}"
                  .formatted(TRACES.get(1)));
      String erasure = "privacy/erasures/" + id(asked);
      Door.until("she is erased", () -> door.get(erasure).contains("\"state\":\"DONE\""));
      assertEquals(404, door.answer("GET", "customers/" + TRACES.getFirst(), "").statusCode());
      assertEquals(List.of(), filesWith(TRACES));
    }
    assertEquals(List.of(), filesWith(TRACES), "nor after the end");
    try (StoredShop shop = new StoredShop(home)) {
      assertEquals(totals, shop.totals());
    }
  }

  private Door door(RunningSuite suite) throws IOException, InterruptedException {
    Door door = new Door(suite.address(), home);
    for (String path : List.of("imports", "event-types", "privacy/declarations", "customers")) {
      door.serves(path);
    }
    return door;
  }

  private void seed(Door door) throws IOException, InterruptedException {
    door.call(
        "PUT",
        "event-types/tastingBooked",
        "{\"label\":\"Tasting booked\",\"fromPages\":false,\"fields\":[{\"name\":\"guests\",\"kind\":\"TEXT\",\"personal\":true,\"required\":true}]}");
    String who = "\"customer\":\"%s\"".formatted(TRACES.get(0));
    String device = "\"visitor\":\"%s\",\"session\":\"%s\"".formatted(TRACES.get(5), TRACES.get(6));
    List<String> events = new ArrayList<>();
    add(
        events,
        "customerChanged",
        who
            + ",\"properties\":{\"name\":\"%s\",\"email\":\"%s\",\"phone\":\"%s\"}"
                .formatted(TRACES.get(4), TRACES.get(2), TRACES.get(3)));
    add(
        events,
        "customerChanged",
        who + ",\"properties\":{\"email\":\"%s\"}".formatted(TRACES.get(1)));
    add(events, "consented", who);
    add(events, "viewed", "\"product\":\"p1\"," + device);
    add(events, "viewed", "\"product\":\"p2\"," + who + "," + device);
    add(
        events,
        "searched",
        who + "," + device + ",\"properties\":{\"query\":\"%s\"}".formatted(TRACES.get(14)));
    add(
        events,
        "ordered",
        who
            + ",\"order\":\"%s\",\"product\":\"p1\",\"quantity\":1,\"amountMinor\":1299,\"currency\":\"USD\",\"properties\":{\"line\":\"1\",\"note\":\"%s\"}"
                .formatted(TRACES.get(7), TRACES.get(15)));
    add(
        events,
        "reviewed",
        who
            + ",\"product\":\"p1\",\"properties\":{\"rating\":\"2\",\"text\":\"%s\"}"
                .formatted(TRACES.get(10)));
    add(
        events,
        "tastingBooked",
        who + ",\"properties\":{\"guests\":\"%s\"}".formatted(TRACES.get(16)));
    door.post("events", "[" + String.join(",", events) + "]");
    String customer = TRACES.get(0);
    load(
        door,
        "customers.csv",
        "customer_id,email,city\n%s,%s,Ulm\nother-1,o1@post.example,Kiel\n"
            .formatted(customer, TRACES.get(18)));
    load(
        door,
        "orders.csv",
        "order_id,customer_id,product_id,quantity,amount,ordered_at,email\n%s,%s,p1,1,20.00,2026-03-01 10:00,\no-3,%s,p2,1,much,2026-03-02 11:00,%s\n"
                .formatted(TRACES.get(8), customer, customer, TRACES.get(19))
            + IntStream.range(0, 30)
                .mapToObj("o-%1$d,other-%1$d,p2,1,5.%1$02d,2026-03-02 10:%1$02d,%n"::formatted)
                .collect(Collectors.joining()));
    load(
        door,
        "posts.csv",
        "customer_id,text,posted_at\n%s,%s,2026-03-03 10:00\nother-1,hello,2026-03-03 11:00\n"
            .formatted(customer, TRACES.get(11)));
    load(
        door,
        "conversations.csv",
        "session_id,customer_id,text,at\n%s,%s,%s,2026-03-04 10:00\nchat-2,other-1,hello,2026-03-04 11:00\n"
            .formatted(TRACES.get(13), customer, TRACES.get(12)));
    load(
        door,
        "redemptions.csv",
        "customer_id,coupon,redeemed_at\n%s,%s,2026-03-05 10:00\nother-1,SPRING,2026-03-05 11:00\n"
            .formatted(customer, TRACES.get(17)));
  }

  private static void add(List<String> events, String type, String more) {
    events.add(
        "{\"id\":\"%s%d\",\"type\":\"%s\",\"occurredAt\":\"2026-02-%02dT10:00:00Z\",%s}"
            .formatted(TRACES.get(9), events.size(), type, events.size() + 1, more));
  }

  private static void load(Door door, String name, String text)
      throws IOException, InterruptedException {
    String path = "imports/" + id(door.post("imports", "{\"name\":\"%s\"}".formatted(name)));
    door.call("PUT", path + "/content?offset=0", text);
    door.post(path + "/stored", "");
    door.post(path + "/start", "{}");
    Door.until(
        name + " is loaded",
        () -> {
          String status = door.get(path);
          assertFalse(status.contains("\"state\":\"FAILED\""), status);
          return status.contains("\"state\":\"LOADED\"");
        });
    String status = door.get(path);
    assertTrue(status.contains(name.equals("orders.csv") ? "\"bad\":1" : "\"bad\":0"), status);
  }

  private static String id(String answer) {
    Matcher id = ID.matcher(answer);
    assertTrue(id.find(), answer);
    return id.group(1);
  }

  /// What an export of hers does not hold yet.
  private static List<String> missing(Door door) throws IOException, InterruptedException {
    String export =
        door.post("privacy/exports", "{\"customers\":[\"%s\"]}".formatted(TRACES.getFirst()));
    return TRACES.stream().filter(t -> !export.contains(t)).toList();
  }

  /// Files of the whole home, by name and bytes; upper and lower case are one.
  private List<String> filesWith(List<String> traces) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      List<String> found = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String all = file + "\n" + Files.readString(file, StandardCharsets.ISO_8859_1);
        String lower = all.toLowerCase(Locale.ROOT);
        traces.stream()
            .filter(t -> lower.contains(t.toLowerCase(Locale.ROOT)))
            .map(t -> home.relativize(file) + " holds " + t)
            .forEach(found::add);
      }
      return found;
    }
  }
}
