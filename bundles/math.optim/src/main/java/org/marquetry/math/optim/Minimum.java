package org.marquetry.math.optim;

/// Where a search ended: the best point seen and the value there.
public final class Minimum {
  private final double[] point;
  private final double value;
  private final int evaluations;
  private final boolean converged;

  Minimum(double[] point, double value, int evaluations, boolean converged) {
    this.point = point.clone();
    this.value = value;
    this.evaluations = evaluations;
    this.converged = converged;
  }

  /// Return a copy of the best point.
  public double[] point() {
    return point.clone();
  }

  /// Return the function's value at the point.
  public double value() {
    return value;
  }

  /// Return how often the function was evaluated.
  public int evaluations() {
    return evaluations;
  }

  /// Tell whether the tolerance was reached before the limit of evaluations.
  public boolean converged() {
    return converged;
  }

  @Override
  public String toString() {
    return "Minimum[value=%s at %s, %d evaluations, %s]"
        .formatted(
            value,
            java.util.Arrays.toString(point),
            evaluations,
            converged ? "converged" : "not converged");
  }
}
