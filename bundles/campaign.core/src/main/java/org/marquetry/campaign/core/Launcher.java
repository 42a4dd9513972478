package org.marquetry.campaign.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.campaign.api.CampaignPlan;
import org.marquetry.campaign.api.ContactAnswer;
import org.marquetry.campaign.api.ContactPolicy;
import org.marquetry.campaign.api.ContactResult;
import org.marquetry.campaign.api.Disposition;
import org.marquetry.campaign.api.LaunchReport;
import org.marquetry.campaign.api.Letter;
import org.marquetry.campaign.api.Outgoing;
import org.marquetry.campaign.api.PlannedContact;
import org.marquetry.decision.api.Decision;
import org.marquetry.decision.api.DecisionLog;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.shop.api.CustomerId;

/// Carries a plan out, batch by batch: first the decisions, then the messages.
final class Launcher {
  private static final int BATCH = 200;
  private static final String MESSAGE = "message"; // all variants together, for the experiment

  private final ContactPolicy policy;
  private final DecisionLog log;
  private final CampaignPlan plan;
  private final Decisions decisions;

  Launcher(ContactPolicy policy, DecisionLog log, CampaignPlan plan) {
    this.policy = policy;
    this.log = log;
    this.plan = plan;
    this.decisions = Decisions.of(plan);
  }

  LaunchReport launch(List<Letter> letters, Progress progress) {
    List<PlannedContact> planned = plan.planned();
    Map<CustomerId, Letter> byCustomer = requireOneEach(planned, letters);
    List<Decision> heldOut =
        plan.contacts().stream()
            .filter(c -> c.disposition() == Disposition.HOLDOUT)
            .map(this::decision)
            .toList();
    log.append(heldOut);
    int logged = heldOut.size();
    List<ContactResult> results = new ArrayList<>(planned.size());
    for (int from = 0; from < planned.size(); from += BATCH) {
      if (progress.cancelled()) {
        return new LaunchReport(results, logged, true);
      }
      List<PlannedContact> batch = planned.subList(from, Math.min(from + BATCH, planned.size()));
      log.append(batch.stream().map(this::decision).toList());
      logged += batch.size();
      results.addAll(policy.send(plan.brief().contact(), outgoing(batch, byCustomer)));
      logged += logHeld(batch, results.subList(from, results.size()));
      progress.at((double) results.size() / planned.size());
    }
    return new LaunchReport(results, logged, false);
  }

  private Decision decision(PlannedContact contact) {
    CustomerId customer = contact.candidate().customer();
    return contact
        .variant()
        .map(v -> decisions.message(customer, v, MESSAGE, at(contact), contact.reasons()))
        .orElseGet(() -> decisions.holdout(customer, at(contact), contact.reasons()));
  }

  private Instant at(PlannedContact contact) {
    return contact.sendAt().orElse(plan.brief().earliest());
  }

  private List<Outgoing> outgoing(List<PlannedContact> batch, Map<CustomerId, Letter> byCustomer) {
    List<Outgoing> outgoing = new ArrayList<>(batch.size());
    for (PlannedContact contact : batch) {
      CustomerId customer = contact.candidate().customer();
      Letter letter = byCustomer.get(customer);
      if (letter == null) {
        throw new IllegalStateException("letters were checked before");
      }
      outgoing.add(
          new Outgoing(
              customer,
              contact.sendAt().orElseThrow(),
              LetterWriter.write(
                  letter,
                  contact.candidate().address().orElseThrow(),
                  contact.candidate().language())));
    }
    return outgoing;
  }

  /// What the policy refused between plan and send is a decision of its own.
  private int logHeld(List<PlannedContact> batch, List<ContactResult> results) {
    List<Decision> held = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      if (results.get(i).answer() instanceof ContactAnswer.Refused refused
          && refused.rule() != ContactAnswer.Rule.ALREADY_SENT) {
        PlannedContact contact = batch.get(i);
        held.add(
            decisions.held(contact.candidate().customer(), MESSAGE, at(contact), refused.reason()));
      }
    }
    log.append(held);
    return held.size();
  }

  private static Map<CustomerId, Letter> requireOneEach(
      List<PlannedContact> planned, List<Letter> letters) {
    Map<CustomerId, Letter> byCustomer = new HashMap<>();
    for (Letter letter : letters) {
      if (byCustomer.put(letter.customer(), letter) != null) {
        throw new IllegalArgumentException("two letters to customer " + letter.customer());
      }
    }
    for (PlannedContact contact : planned) {
      if (!byCustomer.containsKey(contact.candidate().customer())) {
        throw new IllegalArgumentException(
            "no letter to planned customer " + contact.candidate().customer());
      }
    }
    if (byCustomer.size() != planned.size()) {
      throw new IllegalArgumentException(
          "letters must be of planned contacts only: "
              + byCustomer.size()
              + " letters, "
              + planned.size()
              + " planned");
    }
    return byCustomer;
  }
}
