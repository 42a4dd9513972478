package org.marquetry.profile.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.marquetry.math.stats.Quantiles;
import org.marquetry.profile.api.ProfileSummary.Basis;
import org.marquetry.profile.api.ProfileSummary.Tier;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;

/// Fills recency, frequency, money, their scores and the value tier.
final class ScoreStep {
  private static final List<String> TIERS = List.of("top", "high", "middle", "low");
  private static final double[] TIER_SHARES = {0.9, 0.7, 0.4};
  private static final double[] FIFTHS = {0.2, 0.4, 0.6, 0.8};

  private final Columns columns;
  private final Purchases purchases;
  private final int[] buyers;

  ScoreStep(Columns columns, Purchases purchases) {
    this.columns = columns;
    this.purchases = purchases;
    buyers = purchases.buyers();
  }

  /// Fill what follows from the purchases alone.
  void basics(Basis basis, long today) {
    double[] frequency = columns.number(Traits.FREQUENCY);
    Arrays.fill(frequency, 0);
    double[] orders = columns.number(Traits.ORDERS);
    if (basis == Basis.ORDERS) {
      Arrays.fill(orders, 0);
    }
    for (int c : buyers) {
      frequency[c] = purchases.frequency[c];
      columns.number(Traits.RECENCY_DAYS)[c] = today - purchases.lastDay[c];
      columns.number(Traits.AGE_DAYS)[c] = today - purchases.firstDay[c];
      columns.number(Traits.FIRST_ORDER)[c] = purchases.firstDay[c];
      columns.number(Traits.LAST_ORDER)[c] = purchases.lastDay[c];
      if (purchases.frequency[c] > 1) {
        columns.number(Traits.DAYS_BETWEEN)[c] =
            (double) (purchases.lastDay[c] - purchases.firstDay[c]) / (purchases.frequency[c] - 1);
      }
      if (basis == Basis.ORDERS) {
        orders[c] = purchases.orders[c];
        columns.number(Traits.NET_REVENUE)[c] = purchases.total[c];
        columns.number(Traits.AVERAGE_ORDER)[c] = purchases.total[c] / purchases.orders[c];
      }
    }
    score(Traits.RECENCY_DAYS, -1, Traits.RECENCY_SCORE);
    score(Traits.FREQUENCY, 1, Traits.FREQUENCY_SCORE);
    score(Traits.NET_REVENUE, 1, Traits.MONEY_SCORE);
  }

  /// Split the buyers into value tiers: 10, 20, 30 and 40 percent; equal values stay in one tier,
  /// the lower one.
  ///
  /// @param by what to rank by; unknown values leave the tier unknown
  List<Tier> tiers(Trait by) {
    double[] values = columns.number(by);
    double[] known = known(values, 1);
    if (known.length == 0) {
      return List.of();
    }
    double[] limits = new double[TIER_SHARES.length];
    for (int t = 0; t < limits.length; t++) {
      limits[t] = Quantiles.ofSorted(known, TIER_SHARES[t]);
    }
    int[] customers = new int[TIERS.size()];
    double[] sums = new double[TIERS.size()];
    for (int c : buyers) {
      if (!Double.isNaN(values[c])) {
        int tier = 0;
        while (tier < limits.length && !(values[c] > limits[tier])) {
          tier++;
        }
        columns.text(Traits.VALUE_TIER).set(c, TIERS.get(tier));
        customers[tier]++;
        sums[tier] += values[c];
      }
    }
    List<Tier> tiers = new ArrayList<>();
    for (int t = 0; t < customers.length; t++) {
      tiers.add(new Tier(TIERS.get(t), customers[t], sums[t]));
    }
    return tiers;
  }

  /// Count the buyers by recency and frequency score.
  List<List<Integer>> recencyFrequency() {
    int[][] counts = new int[5][5];
    double[] recency = columns.number(Traits.RECENCY_SCORE);
    double[] frequency = columns.number(Traits.FREQUENCY_SCORE);
    for (int c : buyers) {
      counts[(int) recency[c] - 1][(int) frequency[c] - 1]++;
    }
    return Arrays.stream(counts).map(row -> Arrays.stream(row).boxed().toList()).toList();
  }

  private void score(Trait from, int sign, Trait to) {
    double[] values = columns.number(from);
    double[] scores = columns.number(to);
    double[] known = known(values, sign);
    if (known.length == 0) {
      return;
    }
    double[] limits = new double[FIFTHS.length];
    for (int k = 0; k < limits.length; k++) {
      limits[k] = Quantiles.ofSorted(known, FIFTHS[k]);
    }
    for (int c : buyers) {
      if (!Double.isNaN(values[c])) {
        int score = 1;
        for (double limit : limits) {
          score += sign * values[c] > limit ? 1 : 0;
        }
        scores[c] = score;
      }
    }
  }

  private double[] known(double[] values, int sign) {
    return Arrays.stream(buyers)
        .mapToDouble(c -> sign * values[c])
        .filter(value -> !Double.isNaN(value))
        .sorted()
        .toArray();
  }
}
