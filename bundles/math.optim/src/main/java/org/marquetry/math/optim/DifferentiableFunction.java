package org.marquetry.math.optim;

/// A function of several variables that also yields its gradient.
@FunctionalInterface
public interface DifferentiableFunction {
  /// Evaluate the function and its gradient in one pass.
  ///
  /// @param point the variables; not to be changed or kept
  /// @param gradient same length as `point`; receives the partial derivatives
  /// @return the value at `point`; NaN or infinite means "not allowed here"
  double evaluate(double[] point, double[] gradient);
}
