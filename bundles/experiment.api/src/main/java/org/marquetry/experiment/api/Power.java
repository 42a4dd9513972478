package org.marquetry.experiment.api;

/// The error rates a design is planned with.
///
/// @param alpha chance to call a difference that is none (two-sided), in (0, 0.5]
/// @param power chance to find a difference of the detectable size, in [0.5, 1)
public record Power(double alpha, double power) {
  /// 5 % two-sided, 80 %.
  public static final Power USUAL = new Power(0.05, 0.8);

  public Power {
    if (!(alpha > 0 && alpha <= 0.5)) {
      throw new IllegalArgumentException("alpha must be in (0, 0.5], got " + alpha);
    }
    if (!(power >= 0.5 && power < 1)) {
      throw new IllegalArgumentException("power must be in [0.5, 1), got " + power);
    }
  }
}
