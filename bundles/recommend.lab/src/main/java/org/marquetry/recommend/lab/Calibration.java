package org.marquetry.recommend.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.marquetry.shop.api.Interval;

/// How far stated probabilities come true.
///
/// The expected calibration error is the mean over [#BINS] bins, each with the same number of
/// pairs, of the distance between the mean probability stated and the share that came true. Pairs
/// of equal probability are in one bin, so a constant has one bin only. Even exact probabilities
/// show an error by chance, [#chance].
///
/// Source: Naeini, Cooper, Hauskrecht, Obtaining Well Calibrated Probabilities Using Bayesian
/// Binning, AAAI 2015; bins of equal mass: Nixon et al., Measuring Calibration in Deep Learning,
/// 2019.
final class Calibration {
  static final int BINS = 10;

  /// Keeps the loss of what was held for impossible finite.
  private static final double LEAST = 1e-6;

  // sums of one user or of many: by bin the number of pairs, the stated and the present ones and
  // the
  // variance; then the losses
  private static final int STATED = BINS;
  private static final int CAME = 2 * BINS;
  private static final int VARIANCE = 3 * BINS;
  private static final int LOG_LOSS = 4 * BINS;
  private static final int SQUARED = LOG_LOSS + 1;
  private static final int SUMS = SQUARED + 1;

  private final List<double[]> users = new ArrayList<>();
  private final double[] all;
  private final long seed;

  /// @param foretold at least one pair, all users together
  /// @param seed of the intervals
  Calibration(List<Foretold> foretold, long seed) {
    this.seed = seed;
    float[] edges = edges(foretold);
    for (Foretold user : foretold) {
      users.add(sums(user, edges));
    }
    all = new double[SUMS];
    users.forEach(user -> add(user, all));
  }

  private static float[] edges(List<Foretold> foretold) {
    float[] sorted = new float[foretold.stream().mapToInt(f -> f.p().length).sum()];
    int n = 0;
    for (Foretold user : foretold) {
      System.arraycopy(user.p(), 0, sorted, n, user.p().length);
      n += user.p().length;
    }
    Arrays.sort(sorted);
    float[] edges = new float[BINS - 1];
    for (int b = 1; b < BINS; b++) {
      edges[b - 1] = sorted[(int) ((long) b * n / BINS)];
    }
    return edges;
  }

  private static double[] sums(Foretold user, float[] edges) {
    double[] sums = new double[SUMS];
    for (int k = 0; k < user.p().length; k++) {
      double p = user.p()[k];
      boolean came = user.came()[k];
      int bin = 0;
      while (bin < edges.length && p >= edges[bin]) {
        bin++;
      }
      sums[bin]++;
      sums[STATED + bin] += p;
      sums[CAME + bin] += came ? 1 : 0;
      sums[VARIANCE + bin] += p * (1 - p);
      double right = came ? p : 1 - p;
      sums[LOG_LOSS] -= Math.log(Math.max(right, LEAST));
      sums[SQUARED] += (1 - right) * (1 - right);
    }
    return sums;
  }

  private static void add(double[] part, double[] to) {
    for (int k = 0; k < SUMS; k++) {
      to[k] += part[k];
    }
  }

  /// Points of the reliability curve.
  ///
  /// @param stated the mean probability of the bin's pairs
  /// @param came the share of them that is present
  record Point(double stated, double came) {}

  /// The reliability curve, lowest probabilities first; without empty bins.
  List<Point> curve() {
    List<Point> points = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      if (all[b] > 0) {
        points.add(new Point(all[STATED + b] / all[b], all[CAME + b] / all[b]));
      }
    }
    return points;
  }

  /// The share of all pairs that is present.
  double present() {
    return sum(all, CAME) / pairs(all);
  }

  /// The mean probability that was stated.
  double stated() {
    return sum(all, STATED) / pairs(all);
  }

  Interval error() {
    return interval(Calibration::error);
  }

  /// The error that exact probabilities would show in so many pairs, in the mean: each bin's share
  /// is about normal around the mean probability of its pairs.
  double chance() {
    double error = 0;
    for (int b = 0; b < BINS; b++) {
      error += Math.sqrt(all[VARIANCE + b] * 2 / Math.PI);
    }
    return error / pairs(all);
  }

  /// In nats a pair.
  Interval logLoss() {
    return interval(sums -> sums[LOG_LOSS] / pairs(sums));
  }

  Interval squaredError() {
    return interval(sums -> sums[SQUARED] / pairs(sums));
  }

  private static double error(double[] sums) {
    double error = 0;
    for (int b = 0; b < BINS; b++) {
      error += Math.abs(sums[STATED + b] - sums[CAME + b]);
    }
    return error / pairs(sums);
  }

  private static double pairs(double[] sums) {
    return sum(sums, 0);
  }

  private static double sum(double[] sums, int from) {
    double sum = 0;
    for (int b = 0; b < BINS; b++) {
      sum += sums[from + b];
    }
    return sum;
  }

  private Interval interval(ToDoubleFunction<double[]> figure) {
    double estimate = figure.applyAsDouble(all);
    return Bootstrap.of(
        estimate,
        seed,
        random -> {
          double[] sums = new double[SUMS];
          for (int k = 0; k < users.size(); k++) {
            add(users.get(random.nextInt(users.size())), sums);
          }
          return pairs(sums) > 0 ? figure.applyAsDouble(sums) : estimate;
        });
  }
}
