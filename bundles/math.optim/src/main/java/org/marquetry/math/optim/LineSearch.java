package org.marquetry.math.optim;

/// The current point and the search along one direction for a step that meets the strong Wolfe
/// conditions.
///
/// Bracketing and bisection with quadratic interpolation; at most 40 evaluations a step. A step
/// that only lowers the value enough (Armijo) is taken when the curvature condition can not be met
/// at machine precision.
final class LineSearch {
  private static final double DECREASE = 1e-4;
  private static final double CURVATURE = 0.9;
  private static final int MAX_TRIALS = 40;

  private final DifferentiableFunction function;
  private double[] point;
  private double[] gradient;
  private double value;
  private int evaluations;

  LineSearch(DifferentiableFunction function, double[] start) {
    this.function = function;
    this.point = start.clone();
    this.gradient = new double[start.length];
    this.value = function.evaluate(point, gradient);
    this.evaluations = 1;
  }

  double value() {
    return value;
  }

  double[] gradient() {
    return gradient;
  }

  Minimum toMinimum(boolean converged) {
    return new Minimum(point, value, evaluations, converged);
  }

  /// Move along a direction and tell the memory; leave the point as it is and return false when
  /// nothing is better.
  boolean advance(double[] direction, double firstStep, StepMemory memory) {
    double slope = StepMemory.dot(direction, gradient);
    if (!(slope < 0)) {
      return false;
    }
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double step = firstStep;
    double[] trial = new double[point.length];
    double[] trialGradient = new double[point.length];
    for (int i = 0; i < MAX_TRIALS; i++) {
      double trialValue = evaluate(direction, step, trial, trialGradient);
      boolean lower = trialValue <= value + DECREASE * step * slope;
      double trialSlope = StepMemory.dot(direction, trialGradient);
      boolean last = i == MAX_TRIALS - 1 && Double.isFinite(high);
      if (lower && (Math.abs(trialSlope) <= -CURVATURE * slope || last)) {
        accept(trial, trialValue, trialGradient, memory);
        return true;
      }
      if (!lower || trialSlope > 0) {
        high = step;
      } else {
        low = step;
      }
      step = next(low, high, step, trialValue, slope);
    }
    return false;
  }

  private double next(double low, double high, double step, double trialValue, double slope) {
    if (Double.isInfinite(high)) {
      return 2 * step;
    }
    if (low == 0 && Double.isFinite(trialValue)) {
      double parabola = -slope * step * step / (2 * (trialValue - value - slope * step));
      if (parabola > 0.1 * high && parabola < 0.9 * high) {
        return parabola;
      }
    }
    return low + (high - low) / 2;
  }

  private double evaluate(double[] direction, double step, double[] trial, double[] slopes) {
    for (int k = 0; k < trial.length; k++) {
      trial[k] = point[k] + step * direction[k];
    }
    evaluations++;
    double result = function.evaluate(trial, slopes);
    return Double.isNaN(result) ? Double.POSITIVE_INFINITY : result;
  }

  private void accept(double[] trial, double trialValue, double[] slopes, StepMemory memory) {
    double[] step = new double[trial.length];
    double[] change = new double[trial.length];
    for (int k = 0; k < trial.length; k++) {
      step[k] = trial[k] - point[k];
      change[k] = slopes[k] - gradient[k];
    }
    memory.add(step, change);
    point = trial;
    gradient = slopes;
    value = trialValue;
  }
}
