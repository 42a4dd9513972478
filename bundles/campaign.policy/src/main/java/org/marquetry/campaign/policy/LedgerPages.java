package org.marquetry.campaign.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.Audit;
import org.marquetry.campaign.api.Contact;
import org.marquetry.campaign.api.Contact.State;
import org.marquetry.campaign.api.ContactLedger;
import org.marquetry.campaign.api.Purpose;
import org.marquetry.campaign.policy.LedgerState.Standing;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/// The ledger for those who look at it, and for those who say how an unknown message ended.
@Provider("policy")
@Component
public final class LedgerPages implements ContactLedger {
  /// Why a message counts as not sent: a person said so.
  private static final String SAID_UNSENT = "policy.said-unsent";

  private static final int MOST_LOOKS = 1_000;

  private final Ledger ledger;
  private final @Nullable Audit audit;

  @Activate
  public LedgerPages(
      @Reference Ledger ledger,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Audit audit) {
    this.ledger = ledger;
    this.audit = audit;
  }

  @Override
  public Counts counts(CampaignId campaign) {
    Map<Standing, Integer> tally = tally(campaign);
    Map<String, Integer> unsent = new HashMap<>();
    tally.forEach((standing, n) -> {
      if (standing.state() == State.UNSENT && n > 0) {
        unsent.put(standing.code(), n);
      }
    });
    return new Counts(
        count(tally, State.SENDING), count(tally, State.UNKNOWN), count(tally, State.SENT), unsent);
  }

  /// What the journal says and what this process knows beyond it, of one moment: looked at again
  /// while the ledger was folded on meanwhile.
  private Map<Standing, Integer> tally(CampaignId campaign) {
    for (int look = 0; ; look++) {
      List<Long> before = edits();
      Map<Standing, Integer> tally = look(campaign);
      boolean still = before.stream().allMatch(e -> e % 2 == 0) && before.equals(edits());
      if (still || look == MOST_LOOKS) {
        return tally;
      }
      Thread.onSpinWait();
    }
  }

  private List<Long> edits() {
    return ledger.states().map(state -> state.edits.get()).toList();
  }

  private Map<Standing, Integer> look(CampaignId campaign) {
    Map<Standing, Integer> tally = new HashMap<>();
    ledger
        .states()
        .forEach(state ->
            state
                .tallies
                .getOrDefault(campaign.value(), Map.of())
                .forEach((standing, n) -> tally.merge(standing, n, Integer::sum)));
    ledger
        .places()
        .ahead(
            campaign.value(),
            (before, now) -> {
              before.ifPresent(b -> tally.merge(Standing.of(b), -1, Integer::sum));
              tally.merge(Standing.of(now), 1, Integer::sum);
            });
    return tally;
  }

  private static int count(Map<Standing, Integer> tally, State state) {
    return Math.max(0, tally.getOrDefault(new Standing(state, ""), 0));
  }

  @Override
  public List<Contact> list(
      CampaignId campaign, State state, Optional<CustomerId> after, int limit) {
    if (limit < 1 || limit > MAX_PAGE) {
      throw new IllegalArgumentException("limit must be in 1.." + MAX_PAGE + ", got " + limit);
    }
    List<String> people =
        ledger
            .states()
            .flatMap(s -> s.people.entrySet().stream())
            .filter(e -> e.getValue().sends().stream().anyMatch(s -> of(s, campaign)))
            .map(Map.Entry::getKey)
            .filter(id -> after.isEmpty() || id.compareTo(after.get().value()) > 0)
            .sorted()
            .toList();
    return people.stream()
        .flatMap(id -> now(new CustomerId(id)))
        .filter(c -> c.state() == state && c.campaign().equals(Optional.of(campaign)))
        .limit(limit)
        .toList();
  }

  private static boolean of(Send send, CampaignId campaign) {
    return send.campaign().equals(campaign.value());
  }

  @Override
  public List<Contact> of(CustomerId person) {
    Known imported = ledger.upToDate().getOrDefault(person.value(), Known.NOTHING);
    return Stream.concat(now(person), imported.sends().stream().map(s -> contact(person, s)))
        .sorted(Comparator.comparing(Contact::at).reversed())
        .toList();
  }

  private Stream<Contact> now(CustomerId person) {
    return ledger
        .places()
        .see(person, (known, _) -> known.sends().stream().map(s -> contact(person, s)));
  }

  private static Contact contact(CustomerId person, Send s) {
    return new Contact(
        person,
        s.campaign().isEmpty() ? Optional.empty() : Optional.of(new CampaignId(s.campaign())),
        s.step(),
        s.attempt(),
        s.channel(),
        s.purpose().equals(Purpose.SERVICE.id()) ? Purpose.SERVICE : Purpose.MARKETING,
        s.at(),
        s.state(),
        s.code());
  }

  @Override
  public int treatAsSent(CampaignId campaign, String step, List<CustomerId> people) {
    int ended = end(campaign, step, people, (p, s) -> SendFacts.sent(p, s, null, Map.of()));
    note("campaign.treatAsSent", campaign, step, ended);
    return ended;
  }

  @Override
  public int sendAgain(CampaignId campaign, String step, List<CustomerId> people) {
    int ended = end(campaign, step, people, (p, s) -> SendFacts.unsent(p, s, SAID_UNSENT));
    note("campaign.sendAgain", campaign, step, ended);
    return ended;
  }

  private int end(
      CampaignId campaign,
      String step,
      List<CustomerId> people,
      BiFunction<CustomerId, Send, Event> fact) {
    if (people.size() > MAX_PAGE) {
      throw new IllegalArgumentException(
          "at most " + MAX_PAGE + " people at once, got " + people.size());
    }
    ledger.upToDate();
    List<Event> facts = new ArrayList<>();
    for (CustomerId person : people) {
      ledger
          .places()
          .<Optional<Send>>see(
              person,
              (known, _) ->
                  known.sends().stream()
                      .filter(s -> of(s, campaign) && s.step().equals(step))
                      .filter(s -> s.state() == State.UNKNOWN)
                      .findFirst())
          .ifPresent(send -> facts.add(fact.apply(person, send)));
    }
    ledger.append(facts);
    return facts.size();
  }

  private void note(String action, CampaignId campaign, String step, int people) {
    if (audit != null && people > 0) {
      audit.note(
          new Audit.Act(
              action,
              "campaign/" + campaign.value().replaceAll("\\s", "_"),
              Map.of("step", step, "people", Integer.toString(people))));
    }
  }
}
