package org.marquetry.campaign.core;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.marquetry.campaign.api.Assumption;
import org.marquetry.campaign.api.CampaignBrief;
import org.marquetry.campaign.api.CampaignPlan;
import org.marquetry.campaign.api.Candidate;
import org.marquetry.campaign.api.ContactAnswer;
import org.marquetry.campaign.api.ContactAnswer.Refused;
import org.marquetry.campaign.api.ContactAnswer.Rule;
import org.marquetry.campaign.api.ContactPolicy;
import org.marquetry.campaign.api.ContactQuestion;
import org.marquetry.campaign.api.ContactResult;
import org.marquetry.campaign.api.Economics;
import org.marquetry.campaign.api.Goal;
import org.marquetry.campaign.api.Outgoing;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.decision.api.Decision;
import org.marquetry.decision.api.DecisionLog;
import org.marquetry.decision.api.Reason;
import org.marquetry.experiment.core.CoreExperiments;
import org.marquetry.placement.api.ArmEvidence;
import org.marquetry.placement.api.ArmPrior;
import org.marquetry.placement.api.ArmQuestion;
import org.marquetry.placement.bandit.BanditArmChooser;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Probability;
import org.marquetry.shop.api.ProductId;

/// A hand-made shop: the real experiments and bandit, a policy that refuses by customer number, and
/// a log in memory.
///
/// Of each 100 customers, numbers 0-9 gave no consent, 10-14 are over the cap, 15-18 have no
/// address, 19-21 no recommendation.
final class TestCampaign implements ContactPolicy, DecisionLog {
  static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");

  final CoreExperiments experiments = new CoreExperiments();
  final List<Decision> logged = new ArrayList<>();
  final List<Outgoing> sent = new ArrayList<>();
  final Set<CustomerId> refusedAtSend = new HashSet<>();

  CampaignPlan plan(CampaignBrief brief, List<Candidate> candidates) {
    return campaigns().plan(brief, candidates);
  }

  CorePlanner campaigns() {
    return new CorePlanner(experiments, new BanditArmChooser(), this, this);
  }

  CampaignBrief.Builder brief() {
    return brief(
        new Economics(
            Assumption.stated(0.3),
            Assumption.usual(0.025, 0.01, 0.04),
            Economics.USUAL_ELASTICITY,
            Economics.USUAL_SEEN,
            Economics.USUAL_DEMAND,
            0,
            new Money(1, "EUR"),
            30,
            30));
  }

  CampaignBrief.Builder brief(Economics economics) {
    ArmQuestion variants =
        new ArmQuestion(
            "campaign.variant",
            List.of(new ArmEvidence.Rate("plain", 400, 20), new ArmEvidence.Rate("warm", 400, 26)),
            ArmPrior.Beta.UNIFORM,
            0.05,
            42);
    return CampaignBrief.builder(
            new CampaignId("win-back"), Goal.WIN_BACK, economics, NOW, ZoneId.of("Asia/Shanghai"))
        .variants(variants);
  }

  List<Candidate> candidates(int n) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int number = i % 100;
      candidates.add(
          new Candidate(
              new CustomerId("c-" + i),
              2_000 + 37 * (i * 7919L % 200),
              new Probability(0.05 + 0.9 * (i * 104_729L % 100) / 100),
              0.02 * (i * 31L % 50),
              number >= 19 && number < 22
                  ? Optional.empty()
                  : Optional.of(
                      new Candidate.Recommended(
                          new ProductId("p" + i % 9),
                          0.8,
                          new Reason("recommend.like", Map.of("past", "p1")))),
              number >= 15 && number < 19
                  ? Optional.empty()
                  : Optional.of("c-" + i + "@example.invalid"),
              "en",
              i % 3 == 0 ? OptionalInt.empty() : OptionalInt.of(i % 24)));
    }
    return candidates;
  }

  @Override
  public List<ContactAnswer> check(ContactQuestion question, List<CustomerId> people) {
    return people.stream().map(p -> answer(question, p)).toList();
  }

  private ContactAnswer answer(ContactQuestion question, CustomerId person) {
    int number = Integer.parseInt(person.value().substring(2)) % 100;
    if (number < 10) {
      return Refused.by(Rule.NO_CONSENT, Map.of());
    }
    if (number < 15) {
      return Refused.by(Rule.OVER_CAP, Map.of());
    }
    if (experiments.assign(question.split(), person).isHoldout()) {
      return Refused.by(Rule.HELD_OUT, Map.of());
    }
    return new ContactAnswer.Allowed(Reason.of("policy.consent-granted"));
  }

  @Override
  public List<ContactResult> send(ContactQuestion question, List<Outgoing> messages) {
    List<ContactResult> results = new ArrayList<>();
    for (Outgoing message : messages) {
      if (refusedAtSend.contains(message.customer())) {
        ContactAnswer no = Refused.by(Rule.SUPPRESSED, Map.of("event", "unsubscribed"));
        results.add(new ContactResult(message.customer(), no, Optional.empty()));
        continue;
      }
      sent.add(message);
      SendOutcome outcome = new SendOutcome.AlreadySent("<id>");
      results.add(
          new ContactResult(
              message.customer(), answer(question, message.customer()), Optional.of(outcome)));
    }
    return results;
  }

  @Override
  public List<SendOutcome> test(
      CampaignId campaign, String channel, Instant at, List<Message> messages) {
    throw new UnsupportedOperationException("nobody looks at these");
  }

  @Override
  public Way way(String channel) {
    return Way.KEPT;
  }

  @Override
  public void reserve(ContactQuestion question, List<CustomerId> people) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void release(CampaignId campaign) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void append(List<Decision> decisions) {
    for (Decision d : decisions) {
      if (logged.stream().noneMatch(l -> l.id().equals(d.id()))) {
        logged.add(d);
      }
    }
  }

  @Override
  public List<Decision> about(String person, int limit) {
    return logged.stream().filter(d -> d.person().equals(person)).limit(limit).toList();
  }
}
