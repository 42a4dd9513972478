package org.marquetry.experiment.core;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.experiment.api.Effect;
import org.marquetry.experiment.api.Reading.Guardrail;
import org.marquetry.experiment.api.SampleRatio;
import org.marquetry.experiment.api.Verdict;
import org.marquetry.shop.api.Interval;

/// From numbers to one of the sentences.
public final class Verdicts {
  /// The fewest people of a group who must have ordered: below it means of money are far from
  /// normal.
  public static final int FEWEST_BUYERS = 10;

  private Verdicts() {}

  /// When an experiment is looked at.
  ///
  /// @param elapsed since the start, above 0
  /// @param left until the planned end; 0 or less when it is reached
  /// @param planned from the start to the planned end that it started with
  /// @param firstEnd whether the planned end is the one that it started with: it is looked at once
  ///   only then
  public record Moment(Duration elapsed, Duration left, Duration planned, boolean firstEnd) {
    /// Share of the planned time.
    public double passed() {
      return passed(elapsed, planned);
    }

    /// Share of the planned time, at least a millionth.
    public static double passed(Duration elapsed, Duration planned) {
      return Math.max(1e-6, (double) elapsed.toMillis() / planned.toMillis());
    }

    public boolean ended() {
      return !left.isPositive();
    }

    /// The interval that counts.
    public Interval counts(Effect effect) {
      return ended() && firstEnd ? effect.fixed() : effect.alwaysValid();
    }
  }

  /// Of a registered experiment.
  ///
  /// @param buyers people who have ordered, of the group of which they are fewer
  /// @param broken guardrails of the variant that are broken
  public static Verdict of(
      Effect effect, SampleRatio ratio, Moment moment, long buyers, List<Guardrail> broken) {
    if (ratio.trustworthy() && buyers < FEWEST_BUYERS) {
      return new Verdict(
          Verdict.Key.TOO_LITTLE,
          Map.of("buyers", (double) buyers, "needed", (double) FEWEST_BUYERS));
    }
    Verdict verdict = of(effect, moment.counts(effect), ratio, moment.ended());
    Map<String, Double> facts = new HashMap<>(verdict.facts());
    if (verdict.key() == Verdict.Key.KEEP_RUNNING) {
      facts.put("days", (double) DaysToGo.of(effect, moment));
      return new Verdict(Verdict.Key.KEEP_RUNNING, facts);
    }
    if (verdict.key() == Verdict.Key.BETTER && !broken.isEmpty()) {
      facts.put("rate", broken.getFirst().rate().estimate());
      facts.put("limit", broken.getFirst().limit());
      return new Verdict(Verdict.Key.HARMS, facts);
    }
    return verdict;
  }

  static Verdict of(Effect effect, SampleRatio ratio, boolean ended) {
    return of(effect, ended ? effect.fixed() : effect.alwaysValid(), ratio, ended);
  }

  private static Verdict of(Effect effect, Interval interval, SampleRatio ratio, boolean ended) {
    if (!ratio.trustworthy()) {
      return new Verdict(Verdict.Key.DISTRUST, Map.of("srmP", ratio.p()));
    }
    Map<String, Double> facts = new HashMap<>();
    facts.put("effect", interval.estimate());
    facts.put("low", interval.low());
    facts.put("high", interval.high());
    facts.put("p", effect.p());
    facts.put("people", (double) (effect.control().people() + effect.treated().people()));
    Verdict.Key key;
    if (interval.low() > 0) {
      key = Verdict.Key.BETTER;
    } else if (interval.high() < 0) {
      key = Verdict.Key.WORSE;
    } else if (ended) {
      key = Verdict.Key.NO_LARGER_THAN;
      facts.put("limit", Math.max(Math.abs(interval.low()), Math.abs(interval.high())));
    } else {
      key = Verdict.Key.KEEP_RUNNING;
    }
    return new Verdict(key, facts);
  }
}
