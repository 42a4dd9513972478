package org.marquetry.campaign.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marquetry.campaign.api.CampaignBrief;
import org.marquetry.campaign.api.CampaignPlan;
import org.marquetry.campaign.api.Candidate;
import org.marquetry.campaign.api.CheckSum;
import org.marquetry.campaign.api.ContactAnswer;
import org.marquetry.campaign.api.ContactPolicy;
import org.marquetry.campaign.api.Disposition;
import org.marquetry.campaign.api.PlannedContact;
import org.marquetry.decision.api.Reason;
import org.marquetry.experiment.api.Assignment;
import org.marquetry.experiment.api.Design;
import org.marquetry.experiment.api.Experiments;
import org.marquetry.experiment.api.Power;
import org.marquetry.placement.api.ArmBelief;
import org.marquetry.placement.api.ArmChoice;
import org.marquetry.placement.api.ArmChoices;
import org.marquetry.placement.api.ArmChooser;
import org.marquetry.placement.api.ArmQuestion;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Probability;

/// Makes one plan: asks the policy, weighs worth, keeps the budget, splits off the hold-out,
/// chooses variants and times.
final class Planner {
  /// A candidate on the way through the rules.
  private record Judged(
      Candidate candidate, double worth, Disposition disposition, Reason reason) {}

  /// Which variant each person gets, and why.
  private record Drawn(
      Map<String, ArmChoice> choices, List<ArmBelief> beliefs, CampaignPlan.ArmPolicy policy) {}

  private final Experiments experiments;
  private final ArmChooser chooser;
  private final ContactPolicy policy;
  private final CampaignBrief brief;

  Planner(Experiments experiments, ArmChooser chooser, ContactPolicy policy, CampaignBrief brief) {
    this.experiments = experiments;
    this.chooser = chooser;
    this.policy = policy;
    this.brief = brief;
  }

  CampaignPlan plan(List<Candidate> candidates) {
    requireEachOnce(candidates);
    List<Judged> judged = keepBudget(judge(candidates));
    List<Candidate> planned =
        judged.stream()
            .filter(j -> j.disposition() == Disposition.PLANNED)
            .map(Judged::candidate)
            .toList();
    Drawn drawn =
        brief
            .variants()
            .map(question -> chosen(question, planned))
            .orElseGet(() -> assigned(planned));
    SendTimes times = new SendTimes(brief.earliest(), brief.zone(), candidates);
    List<PlannedContact> contacts = new ArrayList<>(judged.size());
    EnumMap<Disposition, Integer> parts = new EnumMap<>(Disposition.class);
    for (Judged j : judged) {
      parts.merge(j.disposition(), 1, Integer::sum);
      contacts.add(
          contact(
              j, Optional.ofNullable(drawn.choices.get(j.candidate().customer().value())), times));
    }
    CheckSum sum = new CheckSum(candidates.size(), parts);
    return new CampaignPlan(
        brief,
        contacts,
        sum,
        new Forecaster(brief.economics(), brief.benefit()).forecast(planned),
        drawn.beliefs,
        drawn.policy,
        brief
            .baseline()
            .map(b ->
                experiments.detectable(
                    b, planned.size(), sum.of(Disposition.HOLDOUT), Power.USUAL)));
  }

  /// Let the policy choose each person's variant by what is known.
  private Drawn chosen(ArmQuestion question, List<Candidate> planned) {
    ArmChoices choices =
        chooser.choose(question, planned.stream().map(c -> c.customer().value()).toList());
    Map<String, ArmChoice> byPerson = new HashMap<>();
    choices.choices().forEach(c -> byPerson.put(c.person(), c));
    return new Drawn(
        byPerson,
        choices.beliefs(),
        new CampaignPlan.ArmPolicy(choices.policy(), choices.policyVersion()));
  }

  /// Draw each person's variant by the shares of the test.
  private Drawn assigned(List<Candidate> planned) {
    Design split = brief.split();
    Map<String, Double> shares = new HashMap<>();
    split.variants().forEach(v -> shares.put(v.variant(), v.share()));
    List<Assignment> groups =
        experiments.assignAll(split, planned.stream().map(Candidate::customer).toList());
    Map<String, ArmChoice> byPerson = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      String person = planned.get(i).customer().value();
      String group = groups.get(i).group();
      byPerson.put(
          person, new ArmChoice(person, group, new Probability(shares.getOrDefault(group, 1.0))));
    }
    return new Drawn(byPerson, List.of(), CampaignPlan.ArmPolicy.ASSIGNED);
  }

  /// Best first; ties by customer, so that the plan does not depend on the order of the candidates.
  private List<Judged> judge(List<Candidate> candidates) {
    List<ContactAnswer> answers =
        policy.check(brief.contact(), candidates.stream().map(Candidate::customer).toList());
    Worth worth = new Worth(brief.economics(), brief.benefit());
    List<Judged> judged = new ArrayList<>(candidates.size());
    for (int i = 0; i < candidates.size(); i++) {
      judged.add(judge(candidates.get(i), worth, answers.get(i)));
    }
    judged.sort(
        Comparator.comparingDouble((Judged j) -> -j.worth())
            .thenComparing(j -> j.candidate().customer()));
    return judged;
  }

  private Judged judge(Candidate candidate, Worth worth, ContactAnswer answer) {
    double profit = worth.expectedProfit(candidate);
    if (answer instanceof ContactAnswer.Refused(var rule, Reason reason)
        && rule != ContactAnswer.Rule.HELD_OUT) {
      return new Judged(candidate, profit, Disposition.valueOf(rule.name()), reason);
    }
    if (candidate.address().isEmpty()) {
      return new Judged(candidate, profit, Disposition.NO_ADDRESS, Reason.of("plan.no-address"));
    }
    if (brief.needsRecommendation() && candidate.recommendation().isEmpty()) {
      return new Judged(candidate, profit, Disposition.NO_MATERIAL, Reason.of("plan.no-material"));
    }
    if (brief.onlyProfitable() && profit <= 0) {
      Reason reason = new Reason("plan.not-worth", Map.of("expectedProfit", minor(profit)));
      return new Judged(candidate, profit, Disposition.NOT_WORTH, reason);
    }
    boolean held = answer instanceof ContactAnswer.Refused;
    return new Judged(
        candidate, profit, held ? Disposition.HOLDOUT : Disposition.PLANNED, answer.reason());
  }

  private List<Judged> keepBudget(List<Judged> bestFirst) {
    int planned = 0;
    List<Judged> kept = new ArrayList<>(bestFirst.size());
    for (Judged j : bestFirst) {
      boolean reached =
          j.disposition() == Disposition.PLANNED || j.disposition() == Disposition.HOLDOUT;
      if (reached && planned >= brief.maxRecipients()) {
        Reason reason =
            new Reason(
                "plan.over-budget", Map.of("recipients", Integer.toString(brief.maxRecipients())));
        kept.add(new Judged(j.candidate(), j.worth(), Disposition.OVER_BUDGET, reason));
      } else {
        planned += j.disposition() == Disposition.PLANNED ? 1 : 0;
        kept.add(j);
      }
    }
    return kept;
  }

  private PlannedContact contact(Judged j, Optional<ArmChoice> arm, SendTimes times) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(j.reason());
    j.candidate().recommendation().ifPresent(r -> reasons.add(r.reason()));
    double holdout = brief.holdoutShare();
    return switch (j.disposition()) {
      case PLANNED -> {
        ArmChoice choice = arm.orElseThrow();
        reasons.add(times.reason(j.candidate()));
        yield new PlannedContact(
            j.candidate(),
            j.disposition(),
            Optional.of(choice.arm()),
            new Probability((1 - holdout) * choice.probability().value()),
            j.worth(),
            Optional.of(times.at(j.candidate())),
            reasons);
      }
      case HOLDOUT -> left(j, new Probability(holdout), reasons);
      default -> left(j, new Probability(1), reasons);
    };
  }

  private static PlannedContact left(Judged j, Probability probability, List<Reason> reasons) {
    return new PlannedContact(
        j.candidate(),
        j.disposition(),
        Optional.empty(),
        probability,
        j.worth(),
        Optional.empty(),
        reasons);
  }

  private static void requireEachOnce(List<Candidate> candidates) {
    Set<CustomerId> seen = new HashSet<>();
    for (Candidate c : candidates) {
      if (!seen.add(c.customer())) {
        throw new IllegalArgumentException(
            "candidate " + c.customer() + " stands twice in the list");
      }
    }
  }

  private static String minor(double amount) {
    return String.format(Locale.ROOT, "%.2f", amount);
  }
}
