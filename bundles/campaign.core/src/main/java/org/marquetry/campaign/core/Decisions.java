package org.marquetry.campaign.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.marquetry.campaign.api.CampaignPlan;
import org.marquetry.decision.api.Candidate;
import org.marquetry.decision.api.Decision;
import org.marquetry.decision.api.Reason;
import org.marquetry.experiment.api.Design;
import org.marquetry.placement.api.ArmBelief;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.DecisionId;

/// The decisions of a launch, as they go into the log.
///
/// Ids follow from campaign, step and customer, so a launch that is repeated logs nothing twice.
public final class Decisions {
  private static final String POINT = "campaign.send";

  private final CampaignId campaign;
  private final String step;
  private final List<Candidate> arms;
  private final CampaignPlan.ArmPolicy policy;

  /// @param arms every variant and the hold-out, with the chance of each
  public Decisions(
      CampaignId campaign, String step, List<Candidate> arms, CampaignPlan.ArmPolicy policy) {
    this.campaign = campaign;
    this.step = step;
    this.arms = List.copyOf(arms);
    this.policy = policy;
  }

  static Decisions of(CampaignPlan plan) {
    double treated = 1 - plan.brief().holdoutShare();
    List<Candidate> arms = new ArrayList<>();
    for (ArmBelief arm : plan.arms()) {
      arms.add(new Candidate(arm.arm(), arm.value().estimate(), treated * arm.chosen().value()));
    }
    arms.add(new Candidate(Design.HOLDOUT, 0, plan.brief().holdoutShare()));
    return new Decisions(plan.brief().id(), plan.brief().contact().step(), arms, plan.armPolicy());
  }

  /// Of a test, whose variants are drawn by fixed shares.
  public static Decisions of(Design split, String step) {
    double treated = 1 - split.holdoutShare();
    List<Candidate> arms = new ArrayList<>();
    split.variants().forEach(v -> arms.add(new Candidate(v.variant(), 0, treated * v.share())));
    arms.add(new Candidate(Design.HOLDOUT, 0, split.holdoutShare()));
    return new Decisions(
        new CampaignId(split.experiment()), step, arms, CampaignPlan.ArmPolicy.ASSIGNED);
  }

  /// A message.
  ///
  /// @param group what the experiment calls it
  public Decision message(
      CustomerId customer, String variant, String group, Instant at, List<Reason> reasons) {
    return builder(id(customer, "send"), customer, group, at)
        .candidates(candidates(variant))
        .candidateCount(arms.size())
        .chosen(List.of(variant))
        .policy(policy.name(), policy.version())
        .reasons(reasons)
        .build();
  }

  /// The id of a person's message.
  public DecisionId message(CustomerId customer) {
    return id(customer, "send");
  }

  /// Nothing, on purpose.
  public Decision holdout(CustomerId customer, Instant at, List<Reason> reasons) {
    return message(customer, Design.HOLDOUT, Design.HOLDOUT, at, reasons);
  }

  /// A message that was planned and then refused by the policy.
  public Decision held(CustomerId customer, String group, Instant at, Reason reason) {
    return builder(id(customer, "held"), customer, group, at)
        .candidates(List.of(new Candidate("none", 0, 1)))
        .chosen(List.of("none"))
        .policy("contact", "1")
        .reasons(List.of(reason))
        .build();
  }

  private Decision.Builder builder(DecisionId id, CustomerId customer, String group, Instant at) {
    return Decision.builder(id, customer.value(), at, POINT).arms(Map.of(campaign.value(), group));
  }

  /// The chosen one first, then by probability.
  private List<Candidate> candidates(String chosen) {
    return arms.stream()
        .sorted(
            Comparator.comparing((Candidate c) -> !c.id().equals(chosen))
                .thenComparing(Comparator.comparingDouble(Candidate::probability).reversed()))
        .toList();
  }

  private DecisionId id(CustomerId customer, String kind) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String part : List.of(kind, campaign.value(), step, customer.value())) {
        sha.update(part.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0xff);
      }
      return new DecisionId("c" + HexFormat.of().formatHex(sha.digest(), 0, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
