package org.marquetry.shop.api;

/// Hold an estimate with its uncertainty.
///
/// @param estimate the point estimate, in the unit of the quantity; low <= estimate <= high
/// @param low lower end; may be negative infinity for a one-sided interval
/// @param high upper end; may be positive infinity
/// @param level confidence or credibility, in (0, 1), for example 0.95
public record Interval(double estimate, double low, double high, double level) {
  public Interval {
    if (!(low <= estimate && estimate <= high)) {
      throw new IllegalArgumentException(
          "interval must hold its estimate: " + low + " <= " + estimate + " <= " + high);
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1), got " + level);
    }
  }

  /// Tell whether a value lies inside, ends included.
  public boolean holds(double value) {
    return low <= value && value <= high;
  }

  /// Multiply estimate and ends by a factor; a negative factor swaps the ends.
  public Interval times(double factor) {
    double a = low * factor;
    double b = high * factor;
    return new Interval(estimate * factor, Math.min(a, b), Math.max(a, b), level);
  }
}
