package org.marquetry.profile.core.value;

import org.apache.commons.numbers.gamma.Digamma;
import org.marquetry.math.optim.DifferentiableFunction;

/// Minus the log-likelihood of all customers and its gradient, in the logarithms of (r, alpha, a,
/// b).
///
/// Divided by the number of customers, times in units of `scale` days, so that the search meets
/// numbers of one size. Outside +-EDGE a quadratic wall keeps parameters that the data do not bound
/// from running away.
final class BgNbdLikelihood implements DifferentiableFunction {
  static final double EDGE = 9;

  private final Histories histories;
  private final double scale;
  private final double[] rising;
  private final double[] staying;
  private final double[] rateSlope;
  private final double[] aSlope;
  private final double[] bSlope;

  BgNbdLikelihood(Histories histories, double scale) {
    this.histories = histories;
    this.scale = scale;
    int size = histories.mostRepeats() + 1;
    rising = new double[size];
    staying = new double[size];
    rateSlope = new double[size];
    aSlope = new double[size];
    bSlope = new double[size];
  }

  @Override
  public double evaluate(double[] point, double[] gradient) {
    double r = Math.exp(point[0]);
    double alpha = Math.exp(point[1]);
    double a = Math.exp(point[2]);
    double b = Math.exp(point[3]);
    fillTables(r, a, b);
    double sum = 0;
    double toR = 0;
    double toAlpha = 0;
    double toA = 0;
    double toB = 0;
    double logAlpha = point[1];
    double logA = point[2];
    for (int line = 0; line < histories.lines(); line++) {
      int x = histories.repeats(line);
      double weight = histories.customers(line);
      double seen = alpha + histories.age(line) / scale;
      double logSeen = Math.log(seen);
      double power = r + x;
      double value = rising[x] + r * logAlpha - power * logSeen;
      double slopeR = rateSlope[x] + logAlpha - logSeen;
      double slopeAlpha = r / alpha - power / seen;
      if (x > 0) {
        double last = alpha + histories.recency(line) / scale;
        double logLast = Math.log(last);
        double odds = logA - Math.log(b + x - 1) + power * (logSeen - logLast);
        double gone = 1 / (1 + Math.exp(-odds));
        value += staying[x] + log1pExp(odds);
        slopeR += gone * (logSeen - logLast);
        slopeAlpha += gone * power * (1 / seen - 1 / last);
        toA += weight * (aSlope[x] + gone / a);
        toB += weight * (bSlope[x] - gone / (b + x - 1));
      }
      sum += weight * value;
      toR += weight * slopeR;
      toAlpha += weight * slopeAlpha;
    }
    double people = histories.people();
    gradient[0] = -toR * r / people;
    gradient[1] = -toAlpha * alpha / people;
    gradient[2] = -toA * a / people;
    gradient[3] = -toB * b / people;
    return -sum / people + wall(point, gradient);
  }

  private void fillTables(double r, double a, double b) {
    double digammaR = Digamma.value(r);
    double digammaB = Digamma.value(b);
    double digammaAb = Digamma.value(a + b);
    double sumR = 0;
    double sumB = 0;
    for (int x = 0; x < staying.length; x++) {
      rising[x] = sumR;
      staying[x] = sumB;
      rateSlope[x] = Digamma.value(r + x) - digammaR;
      aSlope[x] = digammaAb - Digamma.value(a + b + x);
      bSlope[x] = aSlope[x] + Digamma.value(b + x) - digammaB;
      sumR += Math.log(r + x);
      sumB += Math.log((b + x) / (a + b + x));
    }
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

  private static double log1pExp(double value) {
    return Math.max(value, 0) + Math.log1p(Math.exp(-Math.abs(value)));
  }
}
