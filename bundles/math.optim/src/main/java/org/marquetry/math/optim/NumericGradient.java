package org.marquetry.math.optim;

import static java.util.Objects.requireNonNull;

import java.util.function.ToDoubleFunction;

/// Gradient by central differences with a step of about the cube root of the machine precision,
/// relative to the variable: about ten right digits for a smooth function, at the cost of two
/// evaluations per variable.
public final class NumericGradient implements DifferentiableFunction {
  private static final double STEP = Math.cbrt(Math.ulp(1.0));
  private final ToDoubleFunction<double[]> function;

  private NumericGradient(ToDoubleFunction<double[]> function) {
    this.function = requireNonNull(function, "function");
  }

  /// Add a numeric gradient to a function.
  public static NumericGradient of(ToDoubleFunction<double[]> function) {
    return new NumericGradient(function);
  }

  @Override
  public double evaluate(double[] point, double[] gradient) {
    double[] shifted = point.clone();
    for (int i = 0; i < point.length; i++) {
      double step = STEP * Math.max(1, Math.abs(point[i]));
      shifted[i] = point[i] + step;
      double above = function.applyAsDouble(shifted);
      double high = shifted[i];
      shifted[i] = point[i] - step;
      double below = function.applyAsDouble(shifted);
      gradient[i] = (above - below) / (high - shifted[i]);
      shifted[i] = point[i];
    }
    return function.applyAsDouble(shifted);
  }
}
