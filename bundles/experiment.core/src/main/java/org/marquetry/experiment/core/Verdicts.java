package org.marquetry.experiment.core;

import java.util.HashMap;
import java.util.Map;
import org.marquetry.experiment.api.Effect;
import org.marquetry.experiment.api.SampleRatio;
import org.marquetry.experiment.api.Verdict;
import org.marquetry.shop.api.Interval;

/// From numbers to one of the five sentences.
final class Verdicts {
  private Verdicts() {}

  static Verdict of(Effect effect, SampleRatio ratio, boolean ended) {
    if (!ratio.trustworthy()) {
      return new Verdict(Verdict.Key.DISTRUST, Map.of("srmP", ratio.p()));
    }
    Interval interval = ended ? effect.fixed() : effect.alwaysValid();
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
