package org.marquetry.math.optim;

/// Minimise a smooth function with its gradient: limited-memory BFGS with a strong Wolfe line
/// search.
///
/// The search also ends, converged, when five steps in a row lower the value by less than a part in
/// 10^12: on a ridge the value is found long before the point.
///
/// Source: J. Nocedal and S. Wright, Numerical Optimization, 2006, algorithms 7.4 and 7.5.
///
/// @param tolerance stop when the largest entry of the gradient is at most this times max(1,
///   |value|); greater than 0
/// @param maxIterations limit of steps; at least 1
/// @param memory number of past steps that shape the next one, 1 to 100; 5 to 20 is usual
public record Lbfgs(double tolerance, int maxIterations, int memory) {
  private static final double IDLE_GAIN = 1e-12;
  private static final int IDLE_STEPS = 5;

  /// Check the options.
  ///
  /// @throws IllegalArgumentException if an option is out of its range
  public Lbfgs {
    if (!(tolerance > 0)) {
      throw new IllegalArgumentException("tolerance must be > 0, got " + tolerance);
    }
    if (maxIterations < 1) {
      throw new IllegalArgumentException("maxIterations must be >= 1, got " + maxIterations);
    }
    if (memory < 1 || memory > 100) {
      throw new IllegalArgumentException("memory must be 1..100, got " + memory);
    }
  }

  /// Use a tolerance of 1e-8, at most 500 steps and a memory of 10.
  public static Lbfgs standard() {
    return new Lbfgs(1e-8, 500, 10);
  }

  /// Search from a start point.
  ///
  /// @param start at least one variable, where the function is finite; not changed
  /// @return the best point; not converged when the limit was reached or no step made it better
  /// @throws IllegalArgumentException if `start` is empty or the function is not finite there
  public Minimum minimize(DifferentiableFunction function, double[] start) {
    if (start.length == 0) {
      throw new IllegalArgumentException("start must hold at least one variable");
    }
    LineSearch search = new LineSearch(function, start);
    if (!Double.isFinite(search.value())) {
      throw new IllegalArgumentException(
          "the function must be finite at start, got " + search.value());
    }
    StepMemory steps = new StepMemory(memory, start.length);
    int idle = 0;
    for (int i = 0; i < maxIterations; i++) {
      if (flat(search) || idle == IDLE_STEPS) {
        return search.toMinimum(true);
      }
      double before = search.value();
      double[] direction = steps.direction(search.gradient());
      double firstStep = steps.isEmpty() ? 1 / Math.max(1, norm(search.gradient())) : 1;
      if (!search.advance(direction, firstStep, steps)) {
        if (steps.isEmpty()) {
          return search.toMinimum(false);
        }
        steps.clear(); // the curvature misled: go on along the steepest descent
      }
      boolean gained = before - search.value() > IDLE_GAIN * Math.max(1, Math.abs(before));
      idle = gained ? 0 : idle + 1;
    }
    return search.toMinimum(flat(search));
  }

  private boolean flat(LineSearch search) {
    double largest = 0;
    for (double entry : search.gradient()) {
      largest = Math.max(largest, Math.abs(entry));
    }
    return largest <= tolerance * Math.max(1, Math.abs(search.value()));
  }

  private static double norm(double[] vector) {
    double sum = 0;
    for (double entry : vector) {
      sum += entry * entry;
    }
    return Math.sqrt(sum);
  }
}
