package org.marquetry.experiment.core;

import java.util.Random;
import org.marquetry.shop.api.Interval;

/// Campaigns as a shop has them: everybody is decided on at once, one in five is held out, few buy
/// much and many nothing, and the result is looked at on each of 50 days. What was spent in as many
/// days before is the covariate.
public final class DailyWatch {
  /// Share by which a message raises the rate of orders, where it does something.
  public static final double LIFT = 0.4;

  private static final int DAYS = 50;
  private static final int PEOPLE = 500;
  private static final double SPEND = 5_000; // mean of an order, minor units
  private static final double LEVEL = 0.95;

  private final Random random;

  public DailyWatch(long seed) {
    random = new Random(seed);
  }

  /// Shares of the runs.
  ///
  /// @param fixedHeld the fixed interval held the truth at the end
  /// @param alwaysHeld the always-valid one did at the end
  /// @param lostZeroEver the always-valid one did not hold 0 on some day
  /// @param fixedLostZeroEver the fixed one did not hold 0 on some day
  /// @param bias mean of estimate less truth, in standard errors of that mean
  public record Tally(
      double fixedHeld,
      double alwaysHeld,
      double lostZeroEver,
      double fixedLostZeroEver,
      double bias) {}

  /// @param lift 0: an A/A test
  public Tally runs(int runs, double lift) {
    int fixed = 0;
    int always = 0;
    int lost = 0;
    int fixedLost = 0;
    double sum = 0;
    double squares = 0;
    for (int run = 0; run < runs; run++) {
      Campaign campaign = new Campaign(lift);
      boolean ever = false;
      boolean fixedEver = false;
      for (int day = 0; day < DAYS; day++) {
        campaign.day();
        ever |= campaign.isRead() && !campaign.alwaysValid().holds(0);
        fixedEver |= day % 5 == 4 && !campaign.fixed().holds(0); // ten looks are enough to lose it
      }
      Interval end = campaign.fixed();
      fixed += end.holds(campaign.truth()) ? 1 : 0;
      always += campaign.alwaysValid().holds(campaign.truth()) ? 1 : 0;
      lost += ever ? 1 : 0;
      fixedLost += fixedEver ? 1 : 0;
      double off = end.estimate() - campaign.truth();
      sum += off;
      squares += off * off;
    }
    return new Tally(
        (double) fixed / runs,
        (double) always / runs,
        (double) lost / runs,
        (double) fixedLost / runs,
        sum / Math.sqrt(squares));
  }

  private final class Campaign {
    private final Sums control = new Sums("holdout");
    private final Sums treated = new Sums("message");
    private final double[] rate = new double[PEOPLE];
    private final double[] before = new double[PEOPLE];
    private final double[] value = new double[PEOPLE];
    private final int[] buyers = new int[2];
    private int days;
    private final double lift;

    Campaign(double lift) {
      this.lift = lift;
      for (int i = 0; i < PEOPLE; i++) {
        rate[i] = 0.04 * random.nextExponential(); // orders a day
        for (double at = random.nextExponential() / rate[i];
            at < DAYS;
            at += random.nextExponential() / rate[i]) {
          before[i] += SPEND * random.nextExponential();
        }
        group(i).enter(before[i]);
      }
    }

    private boolean isHeld(int person) {
      return person % 5 == 0;
    }

    private Sums group(int person) {
      return isHeld(person) ? control : treated;
    }

    private double passed() {
      return (double) days / DAYS;
    }

    void day() {
      days++;
      for (int i = 0; i < PEOPLE; i++) {
        if (random.nextDouble() < chance(i)) {
          double more = SPEND * random.nextExponential();
          group(i).move(before[i], value[i], value[i] + more);
          buyers[isHeld(i) ? 0 : 1] += value[i] == 0 ? 1 : 0;
          value[i] += more;
        }
      }
    }

    private double chance(int person) {
      return rate[person] * (isHeld(person) ? 1 : 1 + lift);
    }

    /// Whether enough have bought for anything to be said.
    boolean isRead() {
      return Math.min(buyers[0], buyers[1]) >= Verdicts.FEWEST_BUYERS;
    }

    Interval alwaysValid() {
      return Sums.alwaysValid(control, treated, LEVEL, passed());
    }

    Interval fixed() {
      return Sums.effect(control, treated, LEVEL, passed()).fixed();
    }

    /// Of all people that there could be: the rates have the mean 0.04.
    double truth() {
      return 0.04 * lift * DAYS * SPEND;
    }
  }
}
