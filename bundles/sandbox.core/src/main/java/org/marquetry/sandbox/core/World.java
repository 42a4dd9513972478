package org.marquetry.sandbox.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventTypes;

/// The shop and all its customers, living day by day. For one thread at a time.
///
/// Memory grows with the customers (about half a KB each, once more for those who may still come)
/// and with what was begun and is not over yet, not with the events of the past.
final class World {
  private static final long MOVES = 99L; // keeps the customers' days apart from other streams
  private static final int EXTRA = 2; // visits on a busy day

  private final Setting setting;
  private final Season season;
  private final Shop shop;
  private final Arrivals arrivals;
  private final Programme programme;
  private final Shelves shelves;
  private final List<Life> lives = new ArrayList<>();
  private final List<Life> alive = new ArrayList<>();
  private final Coming coming;
  private int day;

  World(Setting setting) {
    this.setting = setting;
    season = setting.season();
    shop = new Shop(Catalogues.goods(setting), season, setting.currency());
    arrivals = new Arrivals(season, setting.customers());
    programme = new Programme(shop, setting.seed());
    shelves = new Shelves(shop);
    coming = new Coming(season);
  }

  /// The next day to be lived, 0 = the first of the past.
  int day() {
    return day;
  }

  /// The seed of its numbers.
  long seed() {
    return setting.seed();
  }

  Season season() {
    return season;
  }

  Shop shop() {
    return shop;
  }

  /// How many customers have come.
  int customers() {
    return lives.size();
  }

  List<Life> lives() {
    return lives;
  }

  Optional<Life> life(CustomerId customer) {
    String id = customer.value();
    if (!id.matches("C[0-9]{6,7}")) {
      return Optional.empty();
    }
    int place = Integer.parseInt(id.substring(1)) - 1;
    return place >= 0 && place < lives.size() ? Optional.of(lives.get(place)) : Optional.empty();
  }

  /// Live one day; what happens on it, and what it leads to, waits for [#take].
  void live() {
    shelves.tell(day, coming::add);
    alive.removeIf(life -> {
      live(life, shop, setting.seed(), day, coming::add);
      return life.isOver();
    });
    for (int place = lives.size(); place < arrivals.before(day + 1); place++) {
      Life life = joined(place);
      lives.add(life);
      alive.add(life);
    }
    programme.day(day, lives, coming::add);
    Bots.day(setting, shop, day, coming::add);
    day++;
  }

  /// One day of one customer.
  static void live(
      Life life, Shop shop, long seed, int day, java.util.function.Consumer<Event> sink) {
    Dice dice = new Dice(seed + MOVES, life.who.place, day);
    if (dice.happens(life.leavesPerDay(day))) {
      life.alive = false;
      return;
    }
    double visits = life.visits(day) * shop.busy(day);
    int times = dice.happens(1 - Math.exp(-visits)) ? 1 : 0;
    if (times == 1 && dice.happens(Math.min(0.3, visits / EXTRA))) {
      times++;
    }
    for (int n = 0; n < times; n++) {
      Instant at = shop.season.start(day).plusSeconds(Season.second(dice));
      new Visit(shop, life, day, at, false, dice, sink).happen();
    }
  }

  private Life joined(int place) {
    Life life = new Life(new Shopper(place, shop), day, shop.goods.shelves());
    Dice dice = new Dice(setting.seed() + MOVES, place, day);
    Instant at = season.start(day).plusSeconds(Season.second(dice));
    new Registration(life.who, shop).tell(Voice.of(life, shop, coming::add), life, at, dice);
    new Visit(shop, life, day, at.plusSeconds(20), true, dice, coming::add).happen();
    return life;
  }

  /// Something that the suite did; the customers answer it.
  void act(Event act) {
    switch (act.type()) {
      case EventTypes.SENT -> act.customer().flatMap(this::life).ifPresent(l -> sent(l, act));
      case EventTypes.EXPOSED ->
          act.customer().flatMap(this::life).ifPresent(l -> new Showcase(shop, l).show(act));
      case EventTypes.PRODUCT_CHANGED -> shelves.changed(act);
      default -> {} // the rest moves nobody
    }
  }

  private void sent(Life life, Event act) {
    Dice dice = new Dice(setting.seed() + MOVES, life.who.place, Dice.key(act.id()));
    new Post(shop, life, coming::add).answer(Message.of(act, season), act.occurredAt(), dice);
  }

  /// Take what happens before a moment, the earliest first.
  List<Event> take(Instant before) {
    return coming.take(before);
  }
}
