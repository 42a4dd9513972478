package org.marquetry.profile.core.value;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.marquetry.math.optim.Lbfgs;
import org.marquetry.math.optim.Minimum;
import org.marquetry.math.stats.Correlation;

/// Fit Gamma-Gamma by maximum likelihood to the customers who came back.
///
/// Only those with `x > 0` and an average above zero count.
public final class GammaGammaFit {
  /// Fewest such customers for a fit.
  public static final int MIN_RETURNING = 30;

  private static final double EDGE = 12;
  private static final double[][] STARTS = {{2, 2, 1}, {6, 3, 0.5}, {0.7, 1.2, 2}};

  private final int[] x;
  private final double[] logMean;
  private final double[] mean;
  private final double scale;
  private final int most;

  private GammaGammaFit(int[] x, double[] mean) {
    this.x = x;
    this.mean = mean;
    scale = Arrays.stream(mean).average().orElse(1);
    logMean = new double[mean.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= scale;
      logMean[i] = Math.log(mean[i]);
    }
    most = Arrays.stream(x).max().orElse(0);
  }

  /// Fit the model.
  ///
  /// @param repeats repeat purchases of each customer
  /// @param averages average of these repeat purchases, in money; NaN where not known
  /// @throws IllegalArgumentException if the columns differ in length
  public static Fit<GammaGamma> fit(int[] repeats, double[] averages) {
    int[] chosen = returning(repeats, averages);
    if (chosen.length == 0) {
      return new Fit.NotFitted<>(Fit.Reason.NO_AMOUNTS, 0);
    }
    if (chosen.length < MIN_RETURNING) {
      return new Fit.NotFitted<>(Fit.Reason.TOO_FEW_RETURNING, chosen.length);
    }
    return new GammaGammaFit(pick(repeats, chosen), pick(averages, chosen)).search();
  }

  /// Check the assumption that spend and frequency are independent: correlate them over the
  /// customers who came back.
  ///
  /// Beyond about +-0.3 the model misjudges the frequent buyers.
  public static Correlation independence(int[] repeats, double[] averages) {
    int[] chosen = returning(repeats, averages);
    return Correlation.of(
        Arrays.stream(chosen).mapToDouble(i -> repeats[i]).toArray(), pick(averages, chosen));
  }

  private Fit<GammaGamma> search() {
    Lbfgs lbfgs = new Lbfgs(1e-9, 300, 8);
    Minimum best = lbfgs.minimize(this::evaluate, toPoint(STARTS[0]));
    for (int i = 1; i < STARTS.length; i++) {
      Minimum next = lbfgs.minimize(this::evaluate, toPoint(STARTS[i]));
      best = next.value() < best.value() - 1e-12 ? next : best;
    }
    double[] point = best.point();
    double[] gradient = new double[3];
    evaluate(point, gradient);
    if (!best.converged() && Arrays.stream(gradient).map(Math::abs).max().orElse(0) > 1e-5) {
      return new Fit.NotFitted<>(Fit.Reason.NOT_CONVERGED, x.length);
    }
    double q = 1 + Math.exp(point[1]);
    if (q < 1.01) {
      return new Fit.NotFitted<>(Fit.Reason.HEAVY_TAIL, x.length);
    }
    GammaGamma model = new GammaGamma(Math.exp(point[0]), q, Math.exp(point[2]) * scale);
    boolean atEdge = Arrays.stream(point).anyMatch(value -> Math.abs(value) > EDGE - 1);
    double logLikelihood = 0;
    for (int i = 0; i < x.length; i++) {
      logLikelihood += model.logLikelihood(x[i], mean[i] * scale);
    }
    return new Fit.Fitted<>(model, logLikelihood, x.length, atEdge);
  }

  /// Minus the mean log-likelihood in (ln p, ln(q - 1), ln v), with a wall beyond +-EDGE.
  private double evaluate(double[] point, double[] gradient) {
    double p = Math.exp(point[0]);
    double q = 1 + Math.exp(point[1]);
    double v = Math.exp(point[2]);
    double[] value = new double[most + 1];
    double[] toPx = new double[most + 1];
    double[] toQx = new double[most + 1];
    boolean[] known = new boolean[most + 1];
    double logV = point[2];
    double constant = q * logV - LogGamma.value(q);
    double digammaQ = Digamma.value(q);
    double sum = 0;
    double toP = 0;
    double toQ = 0;
    double toV = 0;
    for (int i = 0; i < x.length; i++) {
      int n = x[i];
      double px = p * n;
      if (!known[n]) {
        known[n] = true;
        value[n] = LogGamma.value(px + q) - LogGamma.value(px) + px * Math.log(n);
        double digamma = Digamma.value(px + q);
        toPx[n] = digamma - Digamma.value(px) + Math.log(n);
        toQx[n] = digamma - digammaQ + logV;
      }
      double total = n * mean[i] + v;
      double logTotal = Math.log(total);
      sum += value[n] + constant + (px - 1) * logMean[i] - (px + q) * logTotal;
      toP += n * (toPx[n] + logMean[i] - logTotal);
      toQ += toQx[n] - logTotal;
      toV += q / v - (px + q) / total;
    }
    gradient[0] = -toP * p / x.length;
    gradient[1] = -toQ * (q - 1) / x.length;
    gradient[2] = -toV * v / x.length;
    return -sum / x.length + wall(point, gradient);
  }

  private static double wall(double[] point, double[] gradient) {
    double sum = 0;
    for (int i = 0; i < point.length; i++) {
      double over = Math.abs(point[i]) - EDGE;
      if (over > 0) {
        sum += over * over;
        gradient[i] += 2 * over * Math.signum(point[i]);
      }
    }
    return sum;
  }

  private static double[] toPoint(double[] pqv) {
    return new double[] {Math.log(pqv[0]), Math.log(pqv[1] - 1), Math.log(pqv[2])};
  }

  private static int[] returning(int[] repeats, double[] averages) {
    if (repeats.length != averages.length) {
      throw new IllegalArgumentException(
          "columns must have one length, got " + repeats.length + " and " + averages.length);
    }
    // sorted by value: sums do not depend on the order of the customers
    return java.util.stream.IntStream.range(0, repeats.length)
        .filter(i -> repeats[i] > 0 && averages[i] > 0)
        .boxed()
        .sorted(
            java.util.Comparator.<Integer>comparingInt(i -> repeats[i])
                .thenComparingDouble(i -> averages[i]))
        .mapToInt(i -> i)
        .toArray();
  }

  private static int[] pick(int[] values, int[] rows) {
    return Arrays.stream(rows).map(i -> values[i]).toArray();
  }

  private static double[] pick(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
  }
}
