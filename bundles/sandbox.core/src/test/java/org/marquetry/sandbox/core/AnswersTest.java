package org.marquetry.sandbox.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.marquetry.sandbox.truth.MessageEffect;
import org.marquetry.sandbox.truth.Touch;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.ProductId;

/// What the suite does changes what the customers do, and nothing else.
class AnswersTest {
  private static final int DAYS = 30;

  private static World now(long seed) {
    World world = new World(WorldTest.setting(seed, 1_500, 300, "CNY"));
    while (world.day() < Setting.PAST) {
      world.live();
    }
    world.take(world.season().start(Setting.PAST));
    return world;
  }

  private static List<Event> live(World world, int days) {
    for (int d = 0; d < days; d++) {
      world.live();
    }
    return world.take(world.season().start(world.day()));
  }

  private static List<Life> readers(World world) {
    return world.lives().stream().filter(life -> life.mail && life.alive).toList();
  }

  private static Event sent(World world, Life life, double discount) {
    Instant at = world.season().start(world.day()).plusSeconds(36_000);
    return Event.builder("s-" + life.who.place, EventTypes.SENT, at)
        .customer(new CustomerId(life.who.id()))
        .property("campaignId", "c1")
        .property("channel", "email")
        .property("discount", Double.toString(discount))
        .build();
  }

  private static List<String> of(List<Event> events, Predicate<Event> wanted) {
    return events.stream().filter(wanted).map(e -> EventJson.of(e).toString()).toList();
  }

  @Test
  void sameSeedAndSameActsGiveTheSameWorldAndOthersAreNotMoved() {
    List<List<Event>> runs = new ArrayList<>();
    for (double discount : new double[] {0.2, 0.2, 0}) {
      World world = now(1);
      readers(world).stream()
          .filter(life -> life.who.place % 2 == 0)
          .forEach(life -> world.act(sent(world, life, discount)));
      runs.add(live(world, DAYS));
    }
    Predicate<Event> all = e -> true;
    assertEquals(of(runs.get(0), all), of(runs.get(1), all));
    assertNotEquals(of(runs.get(0), all), of(runs.get(2), all));
    Predicate<Event> untouched =
        e ->
            e.customer()
                .map(c -> Integer.parseInt(c.value().substring(1)) % 2 == 0) // odd places
                .orElse(false);
    assertEquals(of(runs.get(0), untouched), of(runs.get(2), untouched));
  }

  @Test
  void messagesAreAnsweredLaterAndAsOftenAsTheTruthSays() {
    World world = now(2);
    List<Life> readers = readers(world);
    Touch touch = Message.of(sent(world, readers.getFirst(), 0.1), world.season()).touch();
    ToDoubleFunction<Life> opens = life -> Post.opens(life, touch, world.day());
    double expected =
        readers.stream().filter(l -> Registration.hasRightAddress(l.who)).mapToDouble(opens).sum();
    readers.forEach(life -> world.act(sent(world, life, 0.1)));
    Instant at = world.season().start(world.day()).plusSeconds(36_000);
    List<Event> events = live(world, 4);
    List<Event> opened = events.stream().filter(e -> e.type().equals(EventTypes.OPENED)).toList();
    assertTrue(opened.stream().allMatch(e -> e.occurredAt().isAfter(at)));
    assertTrue(opened.stream().anyMatch(e -> e.occurredAt().isAfter(at.plus(Duration.ofHours(6)))));
    assertEquals(expected, opened.size(), 4 * Math.sqrt(expected), "opened " + opened.size());
    assertTrue(events.stream().anyMatch(e -> e.type().equals(EventTypes.CLICKED)));
  }

  @Test
  void offersBringOrdersAndWearinessKeepsMessagesShut() {
    World world = now(3);
    List<Life> some = readers(world).stream().limit(60).toList();
    double plain = 0;
    double offer = 0;
    for (Life life : some) {
      WhatIf ask = new WhatIf(world.shop(), life, world.day());
      MessageEffect without = ask.message(new Touch("email", "plain", 0, 19), 14);
      MessageEffect with = ask.message(new Touch("email", "plain", 0.3, 19), 14);
      plain += without.orders();
      offer += with.orders();
      double fresh = without.reaction().open();
      Life weary = life.copy();
      for (int n = 0; n < 10; n++) {
        weary.message(world.day());
      }
      assertTrue(Post.opens(weary, new Touch("email", "plain", 0, 19), world.day()) < fresh);
    }
    assertTrue(offer > plain, "orders " + offer + " with an offer, " + plain + " without");
    assertTrue(offer > 0, "orders " + offer);
  }

  @Test
  void aPriceAndAStockMoveSales() {
    World usual = now(4);
    ProductId best =
        live(usual, DAYS).stream()
            .filter(e -> e.type().equals(EventTypes.ORDERED))
            .flatMap(e -> e.product().stream())
            .collect(
                java.util.stream.Collectors.groupingBy(
                    p -> p, java.util.stream.Collectors.counting()))
            .entrySet()
            .stream()
            .max(java.util.Map.Entry.comparingByValue())
            .orElseThrow()
            .getKey();
    assertTrue(sold(0.6, 50, best) > sold(1.8, 50, best));
    assertEquals(0, sold(1, 0, best));
  }

  private static long sold(double factor, int stock, ProductId product) {
    World world = now(4);
    long price = world.shop().goods.find(product.value()).orElseThrow().price();
    world.act(
        Event.builder("act", EventTypes.PRODUCT_CHANGED, world.season().start(world.day()))
            .product(product)
            .money(new Money(Math.round(price * factor), "CNY"))
            .property("stock", Integer.toString(stock))
            .build());
    return live(world, DAYS).stream()
        .filter(e -> e.type().equals(EventTypes.ORDERED))
        .filter(e -> e.product().equals(java.util.Optional.of(product)))
        .count();
  }

  @Test
  void whatIsPutBeforeCustomersIsLookedAtMore() {
    World world = now(5);
    ProductId shown = new ProductId(world.shop().goods.all().getLast().id());
    long before = viewed(now(5), shown);
    world.lives().stream()
        .filter(life -> life.alive)
        .forEach(life ->
            world.act(
                Event.builder(
                        "x-" + life.who.place,
                        EventTypes.EXPOSED,
                        world.season().start(world.day()))
                    .customer(new CustomerId(life.who.id()))
                    .product(shown)
                    .build()));
    assertTrue(viewed(world, shown) > before);
  }

  private static long viewed(World world, ProductId product) {
    return live(world, DAYS).stream()
        .filter(e -> e.type().equals(EventTypes.VIEWED))
        .filter(e -> e.product().equals(java.util.Optional.of(product)))
        .count();
  }
}
