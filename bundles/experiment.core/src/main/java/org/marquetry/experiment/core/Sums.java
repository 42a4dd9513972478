package org.marquetry.experiment.core;

import org.marquetry.experiment.api.Effect;
import org.marquetry.experiment.api.Effect.Method;
import org.marquetry.math.stats.Moments;
import org.marquetry.math.stats.WelchTest;
import org.marquetry.shop.api.Interval;

/// One group whose people's values grow while they are watched: what [EffectMath] needs of them
/// without looking at everybody again. The same formulas ([Cuped], Welch), from sums. For use by
/// one thread.
///
/// Values are money in minor units: below 1e8 and a million people, squares keep 9 digits.
public final class Sums {
  private final String name;
  private long n;
  private double x;
  private double xx;
  private double y;
  private double yy;
  private double xy;

  /// @param name the group's
  public Sums(String name) {
    this.name = name;
  }

  public long people() {
    return n;
  }

  /// Add a person whose value is 0 so far.
  ///
  /// @param covariate known before the experiment began
  public void enter(double covariate) {
    n++;
    x += covariate;
    xx += covariate * covariate;
  }

  /// A person's value changes.
  public void move(double covariate, double from, double to) {
    y += to - from;
    yy += to * to - from * from;
    xy += covariate * (to - from);
  }

  /// Add the people of another group.
  public void add(Sums other) {
    n += other.n;
    x += other.x;
    xx += other.xx;
    y += other.y;
    yy += other.yy;
    xy += other.xy;
  }

  /// The effect now, with both intervals.
  ///
  /// @param passed share of the planned time, above 0
  /// @throws IllegalArgumentException if a group has fewer than two people
  public static Effect effect(Sums control, Sums treated, double level, double passed) {
    Adjusted adjusted = Adjusted.of(control, treated);
    WelchTest test = WelchTest.of(adjusted.control, adjusted.treated, level);
    var fixed = test.effect();
    return new Effect(
        control.group(),
        treated.group(),
        new Interval(fixed.value(), fixed.low(), fixed.high(), level),
        adjusted.always(level, passed),
        test.p(),
        adjusted.kept < 1 ? Method.CUPED : Method.WELCH,
        adjusted.kept);
  }

  /// The effect now, with the interval that holds at every look.
  ///
  /// @param passed share of the planned time, above 0
  /// @throws IllegalArgumentException if a group has fewer than two people
  public static Interval alwaysValid(Sums control, Sums treated, double level, double passed) {
    return Adjusted.of(control, treated).always(level, passed);
  }

  private Effect.Group group() {
    return new Effect.Group(name, n, y / n, Math.sqrt(Math.max(0, syy() / (n - 1))));
  }

  private double sxx() {
    return xx - x * x / n;
  }

  private double syy() {
    return yy - y * y / n;
  }

  private double sxy() {
    return xy - x * y / n;
  }

  private Moments without(double theta, double meanX) {
    double rest = syy() - 2 * theta * sxy() + theta * theta * sxx();
    return Moments.of(n, y / n - theta * (x / n - meanX), Math.max(0, rest) / (n - 1));
  }

  /// Both groups after what the covariate explains was taken out.
  private record Adjusted(Moments control, Moments treated, double kept) {
    static Adjusted of(Sums c, Sums t) {
      if (c.n < 2 || t.n < 2) {
        throw new IllegalArgumentException(
            "a group must have at least two people, got " + c.n + " and " + t.n);
      }
      double xx = c.sxx() + t.sxx();
      double yy = c.syy() + t.syy();
      double xy = c.sxy() + t.sxy();
      boolean explains = xx > 0 && yy > 0;
      double theta = explains ? xy / xx : 0;
      double meanX = (c.x + t.x) / (c.n + t.n);
      return new Adjusted(
          c.without(theta, meanX), t.without(theta, meanX), explains ? 1 - xy * xy / (xx * yy) : 1);
    }

    Interval always(double level, double passed) {
      double effect = treated.mean() - control.mean();
      double half = ConfidenceSequence.halfWidth(control, treated, 1 - level, passed);
      return new Interval(effect, effect - half, effect + half, level);
    }
  }
}
