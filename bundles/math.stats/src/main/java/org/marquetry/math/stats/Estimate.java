package org.marquetry.math.stats;

/// A value with a confidence interval.
///
/// @param value the estimate; may be NaN when it is not known
/// @param low lower end; may be NaN or -infinity
/// @param high upper end; may be NaN or infinity; not below `low`
/// @param level coverage of the interval, between 0 and 1, both excluded, such as 0.95
public record Estimate(double value, double low, double high, double level) {
  /// Check the order of the ends and the level.
  ///
  /// @throws IllegalArgumentException if `low > high` or the level is out of range
  public Estimate {
    if (low > high) {
      throw new IllegalArgumentException("low must be <= high, got " + low + " and " + high);
    }
    Levels.require(level);
  }

  /// Take a margin on both sides.
  ///
  /// @param margin half the width; not negative
  public static Estimate around(double value, double margin, double level) {
    return new Estimate(value, value - margin, value + margin, level);
  }

  /// Tell whether the interval covers a value.
  public boolean covers(double other) {
    return low <= other && other <= high;
  }

  /// Multiply value and ends; a negative factor swaps the ends.
  public Estimate times(double factor) {
    return factor >= 0
        ? new Estimate(value * factor, low * factor, high * factor, level)
        : new Estimate(value * factor, high * factor, low * factor, level);
  }
}
