package org.marquetry.campaign.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.marquetry.campaign.api.CampaignPlan;
import org.marquetry.campaign.api.PlannedContact;
import org.marquetry.decision.api.Candidate;
import org.marquetry.decision.api.Decision;
import org.marquetry.decision.api.Reason;
import org.marquetry.experiment.api.Design;
import org.marquetry.placement.api.ArmBelief;
import org.marquetry.shop.api.DecisionId;
import org.marquetry.shop.api.Probability;

/// The decisions of a launch, as they go into the log.
///
/// Ids follow from campaign, step and customer, so a launch that is repeated logs nothing twice.
final class Decisions {
  private static final String POINT = "campaign.send";

  private final CampaignPlan plan;

  Decisions(CampaignPlan plan) {
    this.plan = plan;
  }

  /// A message or a hold-out: the candidates are every variant and the hold-out, with the chance of
  /// each.
  Decision of(PlannedContact contact) {
    String chosen = contact.variant().orElse(Design.HOLDOUT);
    return builder(contact, "send")
        .candidates(candidates(chosen))
        .candidateCount(plan.arms().size() + 1)
        .chosen(List.of(chosen))
        .policy(plan.armPolicy().name(), plan.armPolicy().version())
        .reasons(contact.reasons())
        .build();
  }

  /// A message that was planned and then refused by the policy.
  Decision held(PlannedContact contact, Reason reason) {
    return builder(contact, "held")
        .candidates(List.of(new Candidate("none", 0, 1)))
        .chosen(List.of("none"))
        .policy("contact", "1")
        .reasons(List.of(reason))
        .build();
  }

  private Decision.Builder builder(PlannedContact contact, String kind) {
    String group = contact.variant().isPresent() ? "message" : Design.HOLDOUT;
    return Decision.builder(
            id(contact, kind),
            contact.candidate().customer().value(),
            contact.sendAt().orElse(plan.brief().earliest()),
            POINT)
        .arms(Map.of(plan.brief().id().value(), group));
  }

  private List<Candidate> candidates(String chosen) {
    double treated = 1 - plan.brief().holdoutShare();
    List<Candidate> candidates = new ArrayList<>();
    for (ArmBelief arm : plan.arms()) {
      Probability p = arm.chosen();
      candidates.add(new Candidate(arm.arm(), arm.value().estimate(), treated * p.value()));
    }
    candidates.add(new Candidate(Design.HOLDOUT, 0, plan.brief().holdoutShare()));
    candidates.sort(
        Comparator.comparing((Candidate c) -> !c.id().equals(chosen))
            .thenComparing(Comparator.comparingDouble(Candidate::probability).reversed()));
    return candidates;
  }

  private DecisionId id(PlannedContact contact, String kind) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      String step = plan.brief().contact().step();
      for (String part :
          List.of(kind, plan.brief().id().value(), step, contact.candidate().customer().value())) {
        sha.update(part.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0xff);
      }
      return new DecisionId("c" + HexFormat.of().formatHex(sha.digest(), 0, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
