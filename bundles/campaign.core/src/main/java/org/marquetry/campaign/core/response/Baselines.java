package org.marquetry.campaign.core.response;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.campaign.api.Assumption;
import org.marquetry.campaign.api.Assumption.Origin;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Probability;
import org.marquetry.warehouse.api.Warehouse;

/// What people order without a message: what those did in the past who stood as they stand now.
///
/// People stand by how many orders they have made and how long ago the last one was. The orders of
/// each such group are counted in up to four spans of the wanted length before now, one after the
/// other; how unlike the spans are (seasons, sales) tells how far the next one may lie off. Small
/// groups lean on all who were quiet as long. Nothing is fitted.
public final class Baselines {
  /// Fewer people in the spans together say nothing.
  static final int FEWEST = 30;

  private static final int SPANS = 4;
  private static final int LEAN = 10; // people that a group borrows from those quiet as long
  private static final int RETURN_DAYS = 180;
  private static final int[] ORDERS = {1, 2, 3, 5, 10}; // from
  private static final int[] QUIET = {0, 15, 31, 61, 121, 241}; // days, from
  private static final double LEVEL = 0.9;
  private static final double REACH = 1.645;
  private static final double LEAST_SPREAD = 0.05; // of the spans
  private static final String SPAN =
      """
      SELECT least(orders, 10) AS orders, date_diff('day', latest, CAST(? AS TIMESTAMP)) AS quiet,
        count(*) AS people, sum(coming) AS coming, count(*) FILTER (WHERE coming > 0) AS returning
      FROM (
        SELECT customer_id, count(*) FILTER (WHERE placed < ?) AS orders, max(placed) FILTER (WHERE placed < ?) AS latest,
          count(*) FILTER (WHERE placed >= ?) AS coming
        FROM (
          SELECT customer_id, order_id, min(ordered_at) AS placed FROM v1.order_lines
          WHERE customer_id IS NOT NULL AND kept AND ordered_at < ? GROUP BY customer_id, order_id)
        GROUP BY customer_id)
      WHERE orders > 0 GROUP BY 1, 2
      """;

  private final Table orders;
  private final Optional<Table> returns;
  private final int spans;
  private final Assumption demand;

  private Baselines(Table orders, Optional<Table> returns, int spans, Assumption demand) {
    this.orders = orders;
    this.returns = returns;
    this.spans = spans;
    this.demand = demand;
  }

  /// The first and the last order.
  private record Told(Optional<Instant> first, Optional<Instant> last) {}

  /// Count. The spans end with the last order that was told: an import may be old.
  ///
  /// @param days of the time ahead
  static Baselines of(Warehouse warehouse, Instant now, int days) {
    Told told =
        warehouse
            .query(
                "SELECT min(ordered_at) AS first, max(ordered_at) AS last FROM v1.order_lines WHERE"
                    + " kept",
                List.of(),
                row -> new Told(row.optInstant("first"), row.optInstant("last")))
            .getFirst();
    Optional<Instant> first = told.first;
    Instant end = told.last.filter(now::isAfter).orElse(now);
    Table all = new Table();
    List<Table> spans = new ArrayList<>();
    Duration span = Duration.ofDays(days);
    for (int k = 1; k <= SPANS; k++) {
      Instant begin = end.minus(span.multipliedBy(k));
      if (first.isPresent() && begin.isAfter(first.get())) {
        Table one = Table.count(warehouse, begin, begin.plus(span));
        spans.add(one);
        all.add(one);
      }
    }
    Instant back = end.minus(Duration.ofDays(RETURN_DAYS));
    Optional<Table> returns =
        first
            .filter(back::isAfter)
            .map(_ -> Table.count(warehouse, back, end))
            .filter(t -> t.people() >= FEWEST);
    return new Baselines(all, returns, spans.size(), demand(all, spans));
  }

  /// How far the next span may lie off, by how far each lay off what all of them say.
  private static Assumption demand(Table all, List<Table> spans) {
    double square = 0;
    int counted = 0;
    for (Table one : spans) {
      double expected = one.expectedBy(all);
      if (expected >= FEWEST) {
        double off = one.coming() / expected - 1;
        square += off * off;
        counted++;
      }
    }
    if (counted < 3) {
      return org.marquetry.campaign.api.Economics.USUAL_DEMAND;
    }
    double spread = Math.sqrt(square / (counted - 1) * (1 + 1.0 / counted));
    double side = REACH * Math.max(LEAST_SPREAD, spread);
    return new Assumption(new Interval(1, Math.max(0, 1 - side), 1 + side, LEVEL), Origin.MEASURED);
  }

  /// Whether there are enough people who ordered before a span that is over.
  public boolean isKnown() {
    return orders.people() >= FEWEST;
  }

  /// How many spans were counted.
  public int spans() {
    return spans;
  }

  /// How much will be bought, against these spans.
  public Assumption demand() {
    return demand;
  }

  /// Expected orders of somebody in the time ahead; 0 when nothing is known.
  ///
  /// @param made orders so far; who made none counts as one who made one long ago
  /// @param quietDays days since the last one
  public double orders(int made, long quietDays) {
    return isKnown() ? orders.coming(group(made), quiet(made, quietDays)) : 0;
  }

  /// The probability that somebody still buys: the share of those who stood so half a year ago and
  /// have ordered since; 1 when that is not known.
  public Probability alive(int made, long quietDays) {
    return new Probability(
        returns.map(t -> t.returning(group(made), quiet(made, quietDays))).orElse(1.0));
  }

  private static int group(int orders) {
    return band(ORDERS, orders);
  }

  private static int quiet(int made, long days) {
    return made == 0 ? QUIET.length - 1 : band(QUIET, days);
  }

  private static int band(int[] from, long value) {
    int band = 0;
    while (band + 1 < from.length && value >= from[band + 1]) {
      band++;
    }
    return band;
  }

  /// People, their orders, and who ordered at all, by group.
  private static final class Table {
    private final double[][] people = new double[ORDERS.length][QUIET.length];
    private final double[][] coming = new double[ORDERS.length][QUIET.length];
    private final double[][] returning = new double[ORDERS.length][QUIET.length];

    static Table count(Warehouse warehouse, Instant begin, Instant end) {
      Table table = new Table();
      warehouse.scan(
          SPAN,
          List.of(begin, begin, begin, begin, end),
          row -> {
            int group = group((int) row.longValue("orders"));
            int quiet = band(QUIET, row.longValue("quiet"));
            table.people[group][quiet] += row.longValue("people");
            table.coming[group][quiet] += row.doubleValue("coming");
            table.returning[group][quiet] += row.longValue("returning");
          });
      return table;
    }

    void add(Table other) {
      for (int g = 0; g < ORDERS.length; g++) {
        for (int q = 0; q < QUIET.length; q++) {
          people[g][q] += other.people[g][q];
          coming[g][q] += other.coming[g][q];
          returning[g][q] += other.returning[g][q];
        }
      }
    }

    double people() {
      return sum(people);
    }

    double coming() {
      return sum(coming);
    }

    double expectedBy(Table all) {
      double expected = 0;
      for (int g = 0; g < ORDERS.length; g++) {
        for (int q = 0; q < QUIET.length; q++) {
          expected += people[g][q] * all.coming(g, q);
        }
      }
      return expected;
    }

    double coming(int group, int quiet) {
      return each(coming, group, quiet);
    }

    double returning(int group, int quiet) {
      return Math.min(1, each(returning, group, quiet));
    }

    /// A person's mean, leaning on all who were quiet as long; these lean on those who were quiet
    /// less long, and these on everybody.
    private double each(double[][] what, int group, int quiet) {
      double column = sum(what) / Math.max(1, people());
      for (int q = 0; q <= quiet; q++) {
        double columnPeople = 0;
        double columnWhat = 0;
        for (int g = 0; g < ORDERS.length; g++) {
          columnPeople += people[g][q];
          columnWhat += what[g][q];
        }
        column = (columnWhat + LEAN * column) / (columnPeople + LEAN);
      }
      return (what[group][quiet] + LEAN * column) / (people[group][quiet] + LEAN);
    }

    private static double sum(double[][] of) {
      double sum = 0;
      for (double[] row : of) {
        for (double value : row) {
          sum += value;
        }
      }
      return sum;
    }
  }
}
