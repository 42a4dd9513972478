package org.marquetry.experiment.core;

import java.util.Optional;
import org.marquetry.experiment.api.Effect;
import org.marquetry.experiment.api.Effect.Group;
import org.marquetry.experiment.api.Effect.Method;
import org.marquetry.experiment.api.Sample;
import org.marquetry.math.stats.Estimate;
import org.marquetry.math.stats.Moments;
import org.marquetry.math.stats.Proportion;
import org.marquetry.math.stats.ProportionTest;
import org.marquetry.math.stats.WelchTest;
import org.marquetry.shop.api.Interval;

/// Compares two groups.
final class EffectMath {
  private EffectMath() {}

  static Effect compare(Sample control, Sample treated, double level) {
    Moments rawControl = Moments.of(control.values());
    Moments rawTreated = Moments.of(treated.values());
    Group c = group(control, rawControl);
    Group t = group(treated, rawTreated);
    Optional<double[]> xControl = control.covariate();
    Optional<double[]> xTreated = treated.covariate();
    if (xControl.isPresent() && xTreated.isPresent()) {
      Cuped cuped = Cuped.adjust(control, treated, xControl.get(), xTreated.get());
      Moments adjustedControl = Moments.of(cuped.control());
      Moments adjustedTreated = Moments.of(cuped.treated());
      WelchTest test = WelchTest.of(adjustedControl, adjustedTreated, level);
      Interval always = always(test.effect().value(), adjustedControl, adjustedTreated, level);
      return new Effect(
          c, t, interval(test.effect()), always, test.p(), Method.CUPED, cuped.kept());
    }
    WelchTest welch = WelchTest.of(rawControl, rawTreated, level);
    Interval always = always(welch.effect().value(), rawControl, rawTreated, level);
    if (control.isRate() && treated.isRate()) {
      ProportionTest test = ProportionTest.of(proportion(control), proportion(treated), level);
      return new Effect(c, t, interval(test.effect()), always, test.p(), Method.TWO_PROPORTIONS, 1);
    }
    return new Effect(c, t, interval(welch.effect()), always, welch.p(), Method.WELCH, 1);
  }

  private static Interval always(double effect, Moments control, Moments treated, double level) {
    double half = ConfidenceSequence.halfWidth(control, treated, 1 - level);
    return new Interval(effect, effect - half, effect + half, level);
  }

  private static Proportion proportion(Sample sample) {
    long successes = 0;
    for (double value : sample.values()) {
      successes += value == 1 ? 1 : 0;
    }
    return new Proportion(successes, sample.size());
  }

  private static Interval interval(Estimate estimate) {
    return new Interval(estimate.value(), estimate.low(), estimate.high(), estimate.level());
  }

  private static Group group(Sample sample, Moments moments) {
    return new Group(sample.group(), moments.count(), moments.mean(), moments.deviation());
  }
}
