package org.marquetry.placement.bandit;

import java.util.ArrayList;
import java.util.List;
import org.marquetry.placement.api.ArmBelief;
import org.marquetry.placement.api.ArmChoice;
import org.marquetry.placement.api.ArmChoices;
import org.marquetry.placement.api.ArmChooser;
import org.marquetry.placement.api.ArmQuestion;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Probability;
import org.osgi.service.component.annotations.Component;

/// Thompson sampling: the posterior probability of being best is the probability of being chosen.
@Provider("bandit")
@Component
public final class BanditArmChooser implements ArmChooser {
  static final String POLICY = "thompson";
  static final String VERSION = "1";

  @Override
  public ArmChoices choose(ArmQuestion question, List<String> people) {
    List<Posterior> posteriors =
        question.arms().stream().map(arm -> Posterior.of(question.prior(), arm)).toList();
    double[] best = new BestArm(posteriors).probabilities();
    double[] chosen = new double[best.length];
    List<ArmBelief> beliefs = new ArrayList<>();
    for (int i = 0; i < best.length; i++) {
      chosen[i] = question.floor() + (1 - best.length * question.floor()) * best[i];
      beliefs.add(
          new ArmBelief(
              question.arms().get(i).arm(),
              credible(posteriors.get(i)),
              new Probability(best[i]),
              new Probability(chosen[i])));
    }
    PersonDraw draw = new PersonDraw(question.seed(), question.point());
    List<ArmChoice> choices = new ArrayList<>(people.size());
    for (String person : people) {
      int arm = pick(chosen, draw.uniform(person));
      choices.add(
          new ArmChoice(person, question.arms().get(arm).arm(), new Probability(chosen[arm])));
    }
    return new ArmChoices(beliefs, choices, POLICY, VERSION);
  }

  private static int pick(double[] chosen, double u) {
    double sum = 0;
    int last = 0;
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i] > 0) {
        last = i;
        sum += chosen[i];
        if (u < sum) {
          return i;
        }
      }
    }
    return last; // u above the rounded sum
  }

  private static Interval credible(Posterior posterior) {
    double mean = posterior.mean();
    return new Interval(
        mean,
        Math.min(mean, posterior.quantile(0.05)),
        Math.max(mean, posterior.quantile(0.95)),
        0.9);
  }
}
