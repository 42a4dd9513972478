package org.marquetry.experiment.core;

import java.util.List;
import java.util.OptionalDouble;
import org.marquetry.experiment.api.Assignment;
import org.marquetry.experiment.api.Baseline;
import org.marquetry.experiment.api.Design;
import org.marquetry.experiment.api.Detectable;
import org.marquetry.experiment.api.Effect;
import org.marquetry.experiment.api.Experiments;
import org.marquetry.experiment.api.Power;
import org.marquetry.experiment.api.Sample;
import org.marquetry.experiment.api.SampleRatio;
import org.marquetry.experiment.api.Verdict;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.shop.api.CustomerId;
import org.osgi.service.component.annotations.Component;

/// Designs and reads experiments; holds no state.
@Provider("core")
@Component
public final class CoreExperiments implements Experiments {
  private static final double DISTRUST_BELOW = 0.001;

  @Override
  public Assignment assign(Design design, CustomerId customer) {
    return new HashAssignment(design).assign(customer);
  }

  @Override
  public List<Assignment> assignAll(Design design, List<CustomerId> customers) {
    HashAssignment assignment = new HashAssignment(design);
    return customers.stream().map(assignment::assign).toList();
  }

  @Override
  public Detectable detectable(Baseline baseline, long treated, long control, Power errors) {
    if (treated < 2 || control < 2) {
      return new Detectable(
          treated, control, OptionalDouble.empty(), OptionalDouble.empty(), errors);
    }
    var math = new org.marquetry.math.stats.Power(errors.alpha(), errors.power());
    long people = treated + control;
    double share = (double) treated / people;
    double base;
    double rise;
    switch (baseline) {
      case Baseline.Rate(double rate) -> {
        base = rate;
        rise = math.detectableRise(people, share, rate);
      }
      case Baseline.Amount(double mean, double deviation) -> {
        base = mean;
        rise = math.detectableMean(people, share, deviation);
      }
    }
    return new Detectable(
        treated,
        control,
        finite(rise),
        base > 0 ? finite(rise / base) : finite(Double.NaN),
        errors);
  }

  @Override
  public SampleRatio sampleRatio(List<SampleRatio.Count> groups) {
    double p =
        org.marquetry.math.stats.SampleRatio.of(
                groups.stream().mapToLong(SampleRatio.Count::people).toArray(),
                groups.stream().mapToDouble(SampleRatio.Count::share).toArray())
            .p();
    return new SampleRatio(groups, p, p >= DISTRUST_BELOW);
  }

  @Override
  public Effect effect(Sample control, Sample treated, double level) {
    return EffectMath.compare(control, treated, level);
  }

  @Override
  public Verdict verdict(Effect effect, SampleRatio ratio, boolean ended) {
    return Verdicts.of(effect, ratio, ended);
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
