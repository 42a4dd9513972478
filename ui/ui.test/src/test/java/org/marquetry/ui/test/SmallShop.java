package org.marquetry.ui.test;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/// A few hundred orders of some forty customers in the ten weeks up to now, sent through the door;
/// and what they come to, added up here without any part of the suite. Days are in UTC, money in
/// dollars.
final class SmallShop {
  private static final int CUSTOMERS = 40;
  private static final int DAYS = 70;
  private static final String[] CATEGORIES = {"Tea", "Paper", "Cups"};

  private final Random random = new Random(20261124);
  private final Instant now;
  private final List<String> events = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private int ids;

  /// An order line and what was kept of it, in cents.
  private record Line(String customer, String order, Instant at, long kept) {}

  SmallShop(Instant now) {
    this.now = now;
    for (int p = 0; p < CATEGORIES.length; p++) {
      event(
          "productChanged",
          now.minus(Duration.ofDays(DAYS + 1)),
          "\"product\":\"p%d\",\"properties\":{\"title\":\"%s no. %d\",\"category\":\"%s\"}"
              .formatted(p, CATEGORIES[p], p, CATEGORIES[p]));
    }
    for (int c = 0; c < CUSTOMERS; c++) {
      event(
          "customerChanged",
          now.minus(Duration.ofDays(DAYS + 1)),
          "\"customer\":\"c%d\",\"properties\":{\"name\":\"%s\",\"city\":\"Bath\",\"language\":\"en\"}"
              .formatted(c, name(c)));
    }
    for (int day = DAYS; day >= 0; day--) {
      Instant midnight = now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(day));
      for (int order = 0; order < 5 + random.nextInt(3); order++) {
        Instant at = midnight.plusSeconds(random.nextInt(day == 0 ? 60 : 86_000));
        order(at.isAfter(now) ? now : at, day);
      }
    }
    event("viewed", now, "\"customer\":\"c1\",\"product\":\"p1\"");
  }

  /// Texts of the shop are hostile: one customer's name is markup.
  static String name(int customer) {
    return customer == 3 ? "<b>Bobby</b>" : "Customer " + customer;
  }

  private void order(Instant at, int day) {
    String customer = "c" + random.nextInt(CUSTOMERS);
    String order = "o" + ids;
    for (int line = 1; line <= 1 + random.nextInt(2); line++) {
      long minor = 500L + random.nextInt(9_500);
      line(customer, order, line, minor, at);
    }
    if (day > 2 && random.nextInt(12) == 0) {
      event(
          "cancelled",
          at.plusSeconds(600),
          "\"customer\":\"%s\",\"order\":\"%s\"".formatted(customer, order));
      lines.replaceAll(l -> l.order.equals(order) ? new Line(customer, order, at, 0) : l);
    }
  }

  private void line(String customer, String order, int line, long minor, Instant at) {
    event(
        "ordered",
        at,
        "\"customer\":\"%s\",\"order\":\"%s\",\"product\":\"p%d\",\"quantity\":1,\"amountMinor\":%d,\"currency\":\"USD\",\"properties\":{\"line\":\"%d\"}"
            .formatted(customer, order, random.nextInt(CATEGORIES.length), minor, line));
    lines.add(new Line(customer, order, at, minor));
  }

  /// One more order of this moment, worth this many cents; sent at once.
  void orderNow(Door door, String customer, long minor) throws IOException, InterruptedException {
    events.clear();
    line(customer, "late" + ids, 1, minor, now);
    send(door);
  }

  private void event(String type, Instant at, String more) {
    events.add(
        "{\"id\":\"e%d\",\"type\":\"%s\",\"occurredAt\":\"%s\",%s}"
            .formatted(ids++, type, at, more));
  }

  /// Post all of them.
  void send(Door door) throws IOException, InterruptedException {
    door.post("events", "[" + String.join(",", events) + "]");
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /// Net revenue of a day, as a page in English writes it.
  String revenue(LocalDate day) {
    return dollars(on(day).stream().mapToLong(Line::kept).sum());
  }

  int lineCount(LocalDate day) {
    return on(day).size();
  }

  String orders(LocalDate day) {
    Set<String> orders = new HashSet<>();
    on(day).stream().filter(l -> l.kept > 0).forEach(l -> orders.add(l.order));
    return Integer.toString(orders.size());
  }

  private List<Line> on(LocalDate day) {
    return lines.stream()
        .filter(l -> LocalDate.ofInstant(l.at, ZoneOffset.UTC).equals(day))
        .toList();
  }

  /// Net revenue of a customer, as a page in English writes it.
  String revenue(String customer) {
    return dollars(
        lines.stream().filter(l -> l.customer.equals(customer)).mapToLong(Line::kept).sum());
  }

  static String dollars(long cents) {
    return String.format(Locale.ENGLISH, "$%,d.%02d", cents / 100, cents % 100);
  }
}
