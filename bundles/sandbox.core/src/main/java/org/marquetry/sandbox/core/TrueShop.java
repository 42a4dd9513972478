package org.marquetry.sandbox.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marquetry.sandbox.truth.Touch;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Money;

/// A synthetic shop after its past that messages are sent to, and what they truly do.
public final class TrueShop {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final long LUCK = 8_009L; // no world's own numbers
  private static final Set<String> SALES =
      Set.of(EventTypes.ORDERED, EventTypes.RETURNED, EventTypes.CANCELLED);

  /// The units of a planted slip of the finger: no order of this shop has so many. Slips are left
  /// out of what is measured and of the truth.
  private static final double SLIP = 100;

  private final World world;
  private final List<Event> events = new ArrayList<>();

  /// @param seed another one gives other numbers, with the same truth
  /// @param customers who come in the past
  public TrueShop(long seed, int customers) {
    world = new World(new Setting(seed, customers, 300, TODAY, ZONE, "CNY"));
    while (world.day() < Setting.PAST) {
      world.live();
    }
    keep(world.take(now()));
  }

  /// The beginning of the next day.
  public Instant now() {
    return world.season().start(world.day());
  }

  private void keep(List<Event> told) {
    told.stream().filter(e -> !isSlip(e)).forEach(events::add);
  }

  private static boolean isSlip(Event event) {
    return event.type().equals(EventTypes.ORDERED) && event.quantity().orElse(1) >= SLIP;
  }

  /// Sales of the past, and all that happened since.
  public List<Event> events() {
    return events;
  }

  /// Who may come again and consented to messages.
  public List<CustomerId> readers() {
    return world.lives().stream()
        .filter(life -> life.mail && life.alive)
        .map(life -> new CustomerId(life.who.id()))
        .toList();
  }

  /// Who consented to messages, as far as the shop knows: also those who will not come again.
  public List<CustomerId> subscribers() {
    return world.lives().stream()
        .filter(life -> life.mail)
        .map(life -> new CustomerId(life.who.id()))
        .toList();
  }

  /// Send a message now; it is told among the events.
  public void send(CustomerId customer, String campaign, Touch touch) {
    Event sent =
        Event.builder(
                "act-" + customer.value(),
                EventTypes.SENT,
                now().plusSeconds(3_600L * touch.hour()))
            .customer(customer)
            .property(EventProperties.CAMPAIGN, campaign)
            .property(EventProperties.CHANNEL, touch.channel())
            .property("element", touch.element())
            .property("discount", Double.toString(touch.discount()))
            .build();
    events.add(sent);
    world.act(sent);
  }

  /// Live some days.
  public void live(int days) {
    for (int d = 0; d < days; d++) {
      world.live();
      keep(world.take(now()));
    }
  }

  /// What a message sent now brings a person within some days, mean over people and over pairs of
  /// lives with and without it that have the same luck; before the cost of the message.
  ///
  /// @param pairs of each person
  /// @param goods share of the price before discount that the goods cost
  public double brings(List<CustomerId> people, Touch touch, int days, int pairs, double goods) {
    double sum = 0;
    for (int n = 0; n < pairs; n++) {
      sum += profit(people, touch, days, n, goods) - profit(people, null, days, n, goods);
    }
    return sum / pairs / people.size();
  }

  private double profit(
      List<CustomerId> people, @Nullable Touch touch, int days, int luck, double goods) {
    int day = world.day();
    Till till = new Till(world.season().start(day + days));
    List<Life> lives =
        people.stream()
            .map(person -> world.life(person).orElseThrow())
            .filter(life -> life.alive) // the others bring nothing any more
            .map(Life::copy)
            .toList();
    if (touch != null) {
      Instant at = now().plusSeconds(3_600L * touch.hour());
      for (Life life : lives) {
        Dice dice = new Dice(LUCK + luck, life.who.place, Dice.key(touch.toString()));
        new Post(world.shop(), life, till::count).answer(new Message("", touch, null), at, dice);
      }
    }
    for (int d = day; d < day + days; d++) {
      for (Life life : lives) {
        if (life.alive) {
          World.live(life, world.shop(), LUCK + luck, d, till::count);
        }
      }
    }
    return till.profit(goods);
  }

  /// Order lines until a moment, each once.
  private static final class Till {
    private final Instant end;
    private final Map<String, Line> lines = new HashMap<>();
    private final Set<String> cancelled = new HashSet<>();

    private record Line(String order, double list, double units, double net, double kept) {}

    Till(Instant end) {
      this.end = end;
    }

    void count(Event event) {
      if (!SALES.contains(event.type()) || !event.occurredAt().isBefore(end) || isSlip(event)) {
        return;
      }
      String order = event.order().orElseThrow().value();
      if (event.type().equals(EventTypes.CANCELLED)) {
        cancelled.add(order);
        return;
      }
      double minor = event.money().map(Money::minor).orElse(0L);
      double units = event.quantity().orElse(1);
      String key = order + "/" + event.properties().getOrDefault(EventProperties.LINE, "");
      if (event.type().equals(EventTypes.ORDERED)) {
        double off =
            Double.parseDouble(
                event.properties().getOrDefault(EventProperties.DISCOUNT_MINOR, "0"));
        lines.putIfAbsent(key, new Line(order, minor + off, units, minor, units));
      } else {
        lines.computeIfPresent(
            key, (_, l) -> new Line(order, l.list(), l.units(), l.net() - minor, l.kept() - units));
      }
    }

    double profit(double goods) {
      return lines.values().stream()
          .filter(l -> !cancelled.contains(l.order()))
          .mapToDouble(l -> l.net() - goods * l.list() * l.kept() / l.units())
          .sum();
    }
  }
}
