package org.marquetry.experiment.core;

import org.marquetry.experiment.api.Sample;

/// Takes out of both groups what a covariate from before the experiment explains.
///
/// `y' = y - theta (x - mean x)` with one theta for both groups (covariance within groups) and the
/// mean over both, so the difference of the group means keeps its expectation. Source: Deng, Xu,
/// Kohavi, Walker, Improving the Sensitivity of Online Controlled Experiments by Utilizing
/// Pre-Experiment Data, 2013.
final class Cuped {
  private final double[] control;
  private final double[] treated;
  private final double kept;

  private Cuped(double[] control, double[] treated, double kept) {
    this.control = control;
    this.treated = treated;
    this.kept = kept;
  }

  double[] control() {
    return control;
  }

  double[] treated() {
    return treated;
  }

  /// Variance within groups that is left, as a share.
  double kept() {
    return kept;
  }

  static Cuped adjust(Sample control, Sample treated, double[] xControl, double[] xTreated) {
    double[] yControl = control.values();
    double[] yTreated = treated.values();
    double xy = cross(xControl, yControl) + cross(xTreated, yTreated);
    double xx = cross(xControl, xControl) + cross(xTreated, xTreated);
    double yy = cross(yControl, yControl) + cross(yTreated, yTreated);
    if (xx == 0 || yy == 0) {
      return new Cuped(yControl, yTreated, 1);
    }
    double theta = xy / xx;
    double mean = (sum(xControl) + sum(xTreated)) / (xControl.length + (double) xTreated.length);
    return new Cuped(
        minus(yControl, xControl, theta, mean),
        minus(yTreated, xTreated, theta, mean),
        1 - xy * xy / (xx * yy));
  }

  private static double[] minus(double[] y, double[] x, double theta, double mean) {
    double[] out = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      out[i] = y[i] - theta * (x[i] - mean);
    }
    return out;
  }

  /// Sum of products of the deviations from the group's means.
  private static double cross(double[] a, double[] b) {
    double meanA = sum(a) / a.length;
    double meanB = sum(b) / b.length;
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - meanA) * (b[i] - meanB);
    }
    return sum;
  }

  private static double sum(double[] a) {
    double sum = 0;
    for (double v : a) {
      sum += v;
    }
    return sum;
  }
}
