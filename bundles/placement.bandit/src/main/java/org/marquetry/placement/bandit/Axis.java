package org.marquetry.placement.bandit;

/// A change of variable under which posterior densities have no poles and no long tails.
sealed interface Axis {
  double x(double t);

  /// dx/dt.
  double slope(double t);

  double t(double x);

  /// Rates: the logit.
  record Unit() implements Axis {
    @Override
    public double x(double t) {
      return 1 / (1 + Math.exp(-t));
    }

    @Override
    public double slope(double t) {
      double x = x(t);
      return x * (1 - x);
    }

    @Override
    public double t(double x) {
      return Math.log(x) - Math.log1p(-x);
    }
  }

  /// Amounts: the inverse hyperbolic sine around a centre.
  record Line(double centre, double scale) implements Axis {
    @Override
    public double x(double t) {
      return centre + scale * Math.sinh(t);
    }

    @Override
    public double slope(double t) {
      return scale * Math.cosh(t);
    }

    @Override
    public double t(double x) {
      double z = Math.abs(x - centre) / scale;
      return Math.copySign(Math.log(z + Math.hypot(z, 1)), x - centre);
    }
  }
}
