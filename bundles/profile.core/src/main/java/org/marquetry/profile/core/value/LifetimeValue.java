package org.marquetry.profile.core.value;

import java.util.Arrays;
import org.marquetry.math.stats.Quantiles;

/// What a customer will spend in a time ahead, discounted: expectation exactly, interval by
/// simulation.
///
/// The expectation sums expected purchases over 12 parts of the time ahead, each discounted to its
/// middle, times the expected spend. The interval comes from draws of the whole future: given that
/// the customer is still there, the rate is gamma (`r + x`, `alpha + age`) and the stopping
/// probability beta (`a`, `b + x`), independent of each other and of the last purchase; spend is
/// proportional to the posterior scale of Gamma-Gamma. So one set of draws serves all customers of
/// equal `x` and `age`; the chance of having stopped is mixed in exactly, for each customer. Draws
/// are seeded by (`x`, `age`): the result depends on no other customer.
public final class LifetimeValue {
  private static final int PARTS = 12;

  private final BgNbd orders;
  private final GammaGamma spend;
  private final double ahead;
  private final double discount;
  private final int draws;
  private final long seed;

  /// Set up.
  ///
  /// @param ahead time ahead, in the unit of `orders`, greater than 0
  /// @param discountPerUnit continuous rate of discount per time unit, at least 0
  /// @param draws simulated futures for each distinct (`x`, `age`), at least 20
  public LifetimeValue(
      BgNbd orders, GammaGamma spend, double ahead, double discountPerUnit, int draws, long seed) {
    if (!(ahead > 0) || !(discountPerUnit >= 0) || draws < 20) {
      throw new IllegalArgumentException(
          "need ahead > 0, discountPerUnit >= 0, draws >= 20, got %s, %s and %d"
              .formatted(ahead, discountPerUnit, draws));
    }
    this.orders = orders;
    this.spend = spend;
    this.ahead = ahead;
    this.discount = discountPerUnit;
    this.draws = draws;
    this.seed = seed;
  }

  /// Return the future of all customers with this many repeat purchases and this age.
  public Future future(int x, double age) {
    return new Future(x, discountedWhileAlive(x, age), simulate(x, age));
  }

  /// The future of customers that share `x` and `age`, given that they are still there.
  public final class Future {
    private final int x;
    private final double purchases;
    private final double[] sorted;

    private Future(int x, double purchases, double[] sorted) {
      this.x = x;
      this.purchases = purchases;
      this.sorted = sorted;
    }

    /// Return the expected discounted spend.
    ///
    /// @param alive probability that the customer is still there
    public double expected(double alive, double mean) {
      return alive * purchases * spend.expectedSpend(x, mean);
    }

    /// Return the spend that is not passed with a probability.
    ///
    /// @param share 0 to 1
    public double quantile(double share, double alive, double mean) {
      double among = (share - (1 - alive)) / alive;
      return among <= 0 ? 0 : spend.scale(x, mean) * Quantiles.ofSorted(sorted, Math.min(1, among));
    }
  }

  private double discountedWhileAlive(int x, double age) {
    double sum = 0;
    double before = 0;
    for (int part = 1; part <= PARTS; part++) {
      double until = orders.expectedWhileAlive(x, age, ahead * part / PARTS);
      sum += (until - before) * Math.exp(-discount * ahead * (part - 0.5) / PARTS);
      before = until;
    }
    return sum;
  }

  private double[] simulate(int x, double age) {
    GammaSampler sampler = new GammaSampler(seed * 31 + x * 1_000_003L + Double.hashCode(age));
    double[] totals = new double[draws];
    for (int i = 0; i < draws; i++) {
      double rate = sampler.gamma(orders.r() + x) / (orders.alpha() + age);
      double stop = sampler.beta(orders.a(), orders.b() + x);
      double total = 0;
      double time = sampler.exponential() / rate;
      while (time < ahead) {
        total += Math.exp(-discount * time) * sampler.gamma(spend.p());
        time = sampler.uniform() < stop ? ahead : time + sampler.exponential() / rate;
      }
      totals[i] = total == 0 ? 0 : total / sampler.gamma(spend.q() + spend.p() * x);
    }
    Arrays.sort(totals);
    return totals;
  }
}
