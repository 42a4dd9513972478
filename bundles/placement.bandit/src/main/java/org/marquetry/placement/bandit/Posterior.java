package org.marquetry.placement.bandit;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.marquetry.placement.api.ArmEvidence;
import org.marquetry.placement.api.ArmPrior;

/// What is believed about an arm's mean: density and distribution function, and where they live.
sealed interface Posterior {
  double density(double x);

  double cumulative(double x);

  double quantile(double p);

  double mean();

  /// Update a prior by conjugacy.
  static Posterior of(ArmPrior prior, ArmEvidence evidence) {
    return switch (prior) {
      case ArmPrior.Beta(double a, double b) when evidence instanceof ArmEvidence.Rate rate ->
          new BetaMean(a + rate.successes(), b + rate.trials() - rate.successes());
      case ArmPrior.NormalGamma p when evidence instanceof ArmEvidence.Amount amount ->
          StudentMean.of(p, amount);
      default -> throw new IllegalArgumentException("prior and evidence are of different kinds");
    };
  }

  /// A rate.
  final class BetaMean implements Posterior {
    final double a;
    final double b;
    private final ContinuousDistribution beta;

    BetaMean(double a, double b) {
      this.a = a;
      this.b = b;
      beta = BetaDistribution.of(a, b);
    }

    @Override
    public double density(double x) {
      return beta.density(x);
    }

    @Override
    public double cumulative(double x) {
      return beta.cumulativeProbability(x);
    }

    @Override
    public double quantile(double p) {
      return beta.inverseCumulativeProbability(p);
    }

    @Override
    public double mean() {
      return a / (a + b);
    }
  }

  /// The mean of amounts: Student's t, moved and scaled.
  ///
  /// Source: Murphy, Conjugate Bayesian analysis of the Gaussian distribution, 2007, section 3.
  final class StudentMean implements Posterior {
    private final double mean;
    private final double scale;
    private final ContinuousDistribution t;

    private StudentMean(double mean, double scale, double freedom) {
      this.mean = mean;
      this.scale = scale;
      t = TDistribution.of(freedom);
    }

    static StudentMean of(ArmPrior.NormalGamma prior, ArmEvidence.Amount seen) {
      double n = seen.trials();
      double people = prior.people() + n;
      double gap = n > 0 ? seen.mean() - prior.mean() : 0;
      double squares = n > 1 ? seen.variance() * (n - 1) : 0;
      double mean = prior.mean() + (n > 0 ? gap * n / people : 0);
      double shape = prior.shape() + n / 2;
      double rate = prior.rate() + squares / 2 + prior.people() * n * gap * gap / (2 * people);
      return new StudentMean(mean, Math.sqrt(rate / (shape * people)), 2 * shape);
    }

    @Override
    public double density(double x) {
      return t.density((x - mean) / scale) / scale;
    }

    @Override
    public double cumulative(double x) {
      return t.cumulativeProbability((x - mean) / scale);
    }

    @Override
    public double quantile(double p) {
      return mean + scale * t.inverseCumulativeProbability(p);
    }

    @Override
    public double mean() {
      return mean;
    }
  }
}
