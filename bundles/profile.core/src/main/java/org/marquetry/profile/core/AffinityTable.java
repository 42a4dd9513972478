package org.marquetry.profile.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.profile.api.Affinity;
import org.marquetry.warehouse.api.Row;
import org.marquetry.warehouse.api.Warehouse;

/// The strongest affinities of every customer to one kind of name.
///
/// An order line that stood weighs 1, carted and reviewed 0.5, viewed and clicked 0.2, and half as
/// much for each half-life that it is old; sums are whole millionths, so no order of rows changes
/// them. With `w` the weight that a customer gives a name, `W` all of the customer's weight, `s`
/// the name's share in the whole shop and `k` the shrinkage, the share is `(w + k s) / (W + k)`.
final class AffinityTable {
  private static final int KEPT = 5;
  private static final double UNIT = 1e6;

  private final Affinity.Kind kind;
  private final double shrinkage;
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Double> shopShares = new ArrayList<>();
  private final int[] strongest;
  private final float[] shares;

  private AffinityTable(Affinity.Kind kind, double shrinkage, int customers) {
    this.kind = kind;
    this.shrinkage = shrinkage;
    strongest = new int[customers * KEPT];
    shares = new float[customers * KEPT];
    Arrays.fill(strongest, -1);
  }

  /// Read the affinities as of a moment.
  static AffinityTable read(
      Warehouse warehouse,
      Columns columns,
      Affinity.Kind kind,
      Instant asOf,
      ProfileOptions options) {
    AffinityTable table = new AffinityTable(kind, options.shrinkage(), columns.size());
    String column = kind == Affinity.Kind.CATEGORY ? "category" : "brand";
    String weights = weights(column, options.halfLifeDays());
    table.readShop(warehouse, weights, asOf);
    Grouped grouped = table.new Grouped(columns);
    warehouse.scan(
        "SELECT customer_id, name, CAST(sum(weight) AS BIGINT) AS weight "
            + weights
            + " GROUP BY customer_id, name ORDER BY customer_id",
        List.of(asOf, asOf),
        grouped::add);
    grouped.finish();
    return table;
  }

  private static String weights(String column, int halfLifeDays) {
    return """
    FROM (
      SELECT customer_id, p.%1$s AS name,
        CAST(round(1e6 * strength * pow(0.5, (epoch(CAST(? AS TIMESTAMP)) - epoch(acted_at)) / (86400.0 * %2$d)))
          AS BIGINT) AS weight
      FROM (
        SELECT customer_id, product_id, ordered_at AS acted_at, 1.0 AS strength
        FROM v1.order_lines WHERE kept
        UNION ALL
        SELECT customer_id, product_id, occurred_at, CASE WHEN type IN ('carted', 'reviewed') THEN 0.5 ELSE 0.2 END
        FROM v1.events WHERE type IN ('carted', 'reviewed', 'viewed', 'clicked')) acts
      JOIN v1.products p ON p.product_id = acts.product_id
      WHERE customer_id IS NOT NULL AND p.%1$s IS NOT NULL AND acted_at < ?)
    """
        .formatted(column, halfLifeDays);
  }

  private void readShop(Warehouse warehouse, String weights, Instant asOf) {
    List<Double> sums = new ArrayList<>();
    warehouse.scan(
        "SELECT name, CAST(sum(weight) AS BIGINT) AS weight "
            + weights
            + " GROUP BY name ORDER BY name",
        List.of(asOf, asOf),
        row -> {
          places.put(row.string("name"), names.size());
          names.add(row.string("name"));
          sums.add(row.longValue("weight") / UNIT);
        });
    double total = sums.stream().mapToDouble(Double::doubleValue).sum();
    sums.forEach(sum -> shopShares.add(total > 0 ? sum / total : 0));
  }

  /// Return a customer's strongest affinities, strongest first.
  List<Affinity> at(int customer) {
    List<Affinity> found = new ArrayList<>();
    for (int k = customer * KEPT; k < (customer + 1) * KEPT && strongest[k] >= 0; k++) {
      double share = Math.min(1, shares[k]);
      double shop = shopShares.get(strongest[k]);
      found.add(new Affinity(kind, names.get(strongest[k]), share, shop > 0 ? share / shop : 0));
    }
    return found;
  }

  private final class Grouped {
    private final Columns columns;
    private final List<int[]> found = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private String customer = "";

    Grouped(Columns columns) {
      this.columns = columns;
    }

    void add(Row row) {
      String next = row.string("customer_id");
      if (!next.equals(customer)) {
        finish();
        customer = next;
      }
      found.add(new int[] {places.getOrDefault(row.string("name"), 0), found.size()});
      weights.add(row.longValue("weight") / UNIT);
    }

    void finish() {
      int at = columns.find(customer);
      if (at >= 0) {
        keep(at);
      }
      found.clear();
      weights.clear();
    }

    private void keep(int at) {
      double all = shrinkage;
      for (double weight : weights) {
        all += weight;
      }
      double total = all;
      double[] share = new double[found.size()];
      for (int[] name : found) {
        share[name[1]] = (weights.get(name[1]) + shrinkage * shopShares.get(name[0])) / total;
      }
      found.sort((left, right) -> {
        int byShare = Double.compare(share[right[1]], share[left[1]]);
        return byShare != 0 ? byShare : Integer.compare(left[0], right[0]);
      });
      for (int k = 0; k < Math.min(KEPT, found.size()); k++) {
        strongest[at * KEPT + k] = found.get(k)[0];
        shares[at * KEPT + k] = (float) share[found.get(k)[1]];
      }
    }
  }
}
