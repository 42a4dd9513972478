package org.marquetry.placement.bandit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// Computes for each arm the probability that its mean is the largest.
///
/// `P(i) = integral of f_i(x) prod_{j != i} F_j(x) dx`, by 16-point Gauss-Legendre on panels whose
/// ends are the quantiles of every arm. Absolute error below 1e-7 (tested by the sum and by closed
/// forms); cost about 270 x arms^2 evaluations.
final class BestArm {
  private static final double[] TAILS = {1e-10, 1e-6, 1e-4, 1e-3, 0.01, 0.05, 0.1, 0.25};
  private final GaussLegendre rule = new GaussLegendre(16);
  private final List<? extends Posterior> arms;
  private final Axis axis;

  BestArm(List<? extends Posterior> arms) {
    this.arms = arms;
    this.axis =
        arms.getFirst() instanceof Posterior.BetaMean
            ? new Axis.Unit()
            : new Axis.Line(arms.getFirst().mean(), spread(arms));
  }

  /// @return one for each arm, in order; they sum to 1
  double[] probabilities() {
    double[] best = new double[arms.size()];
    if (best.length == 1) {
      return new double[] {1};
    }
    double[] ends = panels();
    for (int k = 1; k < ends.length; k++) {
      double half = (ends[k] - ends[k - 1]) / 2;
      double middle = (ends[k] + ends[k - 1]) / 2;
      for (int n = 0; n < rule.nodes.length; n++) {
        double t = middle + half * rule.nodes[n];
        addNode(best, axis.x(t), half * rule.weights[n] * axis.slope(t));
      }
    }
    double sum = Arrays.stream(best).sum();
    for (int i = 0; i < best.length; i++) {
      best[i] /= sum;
    }
    return best;
  }

  private void addNode(double[] best, double x, double weight) {
    int n = best.length;
    double[] cumulative = new double[n];
    double[] below = new double[n]; // product over the arms before
    double product = 1;
    for (int i = 0; i < n; i++) {
      cumulative[i] = arms.get(i).cumulative(x);
      below[i] = product;
      product *= cumulative[i];
    }
    product = 1;
    for (int i = n - 1; i >= 0; i--) {
      double others = below[i] * product;
      if (others > 0) {
        double density = arms.get(i).density(x);
        best[i] += Double.isFinite(density) ? weight * density * others : 0;
      }
      product *= cumulative[i];
    }
  }

  private double[] panels() {
    return arms.stream()
        .flatMapToDouble(arm ->
            Arrays.stream(TAILS)
                .flatMap(p -> DoubleStream.of(arm.quantile(p), arm.quantile(1 - p))))
        .map(axis::t)
        .filter(Double::isFinite)
        .sorted()
        .distinct()
        .toArray();
  }

  private static double spread(List<? extends Posterior> arms) {
    return arms.stream().mapToDouble(a -> a.quantile(0.75) - a.quantile(0.25)).min().orElse(1);
  }
}
