package org.marquetry.recommend.spi;

/// A number that steers a trainer.
///
/// @param name a lower camel case word, for example `factors`
/// @param fallback the value when none is given, in [`min`, `max`]
/// @param whole whether only whole numbers make sense
/// @param description one line
public record TrainOption(
    String name, double fallback, double min, double max, boolean whole, String description) {
  public TrainOption {
    check(name, fallback, min, max, whole);
  }

  /// Return the value if it is in range.
  ///
  /// @throws IllegalArgumentException if not
  public double checked(double value) {
    check(name, value, min, max, whole);
    return value;
  }

  private static void check(String name, double value, double min, double max, boolean whole) {
    if (!(min <= value && value <= max) || (whole && value != Math.rint(value))) {
      throw new IllegalArgumentException(
          name
              + " must be a "
              + (whole ? "whole " : "")
              + "number in ["
              + min
              + ", "
              + max
              + "], got "
              + value);
    }
  }
}
