package org.marquetry.campaign.policy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.marquetry.campaign.api.Contact;
import org.marquetry.campaign.api.ContactLedger;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Request;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// The ledger at the door for programs. Calls the service through the gate, as the actor who sent
/// the request.
@Component(
    service = {},
    immediate = true)
public final class LedgerOperations {
  private static final Ops OPS = new Ops("campaign.check", "campaign.send");
  private static final int PAGE = 1_000;

  private final ContactLedger ledger;
  private final Served served;

  @Activate
  public LedgerOperations(BundleContext context, @Reference ContactLedger ledger) {
    this.ledger = ledger;
    served = Served.by(context, "contact", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  record UnsentEntry(String code, int messages) {}

  record CountsEntry(int sending, int unknown, int sent, List<UnsentEntry> unsent) {}

  record ContactEntry(
      String person,
      Optional<String> campaign,
      String step,
      int attempt,
      String channel,
      String purpose,
      Instant at,
      String state,
      String code) {
    static ContactEntry of(Contact c) {
      return new ContactEntry(
          c.person().value(),
          c.campaign().map(CampaignId::value),
          c.step(),
          c.attempt(),
          c.channel(),
          c.purpose().id(),
          c.at(),
          c.state().name().toLowerCase(Locale.ROOT),
          c.code());
    }
  }

  record Contacts(List<ContactEntry> contacts) {
    static Contacts of(List<Contact> contacts) {
      return new Contacts(contacts.stream().map(ContactEntry::of).toList());
    }
  }

  record People(List<String> people) {
    List<CustomerId> ids() {
      return people.stream().map(CustomerId::new).toList();
    }
  }

  record Ended(int messages) {}

  private List<Op> all() {
    return List.of(
        OPS.get(
            "counts",
            "/contacts/campaigns/{campaign}",
            "How a campaign's messages stand",
            CountsEntry.class,
            this::counts),
        OPS.get(
            "list",
            "/contacts/campaigns/{campaign}/{state}",
            "A campaign's messages that are `sending`, `unknown`, `sent` or `unsent`, by person;"
                + " page on with `after`",
            Contacts.class,
            this::list),
        OPS.get(
            "person",
            "/contacts/people/{person}",
            "What a person got or was to get, newest first",
            Contacts.class,
            r -> Contacts.of(ledger.of(new CustomerId(r.path("person"))))),
        OPS.change(
            "treatAsSent",
            "POST /contacts/campaigns/{campaign}/steps/{step}/treat-as-sent",
            "Take unknown messages as sent",
            People.class,
            Ended.class,
            true,
            r -> ended(ledger.treatAsSent(campaign(r), r.path("step"), people(r)))),
        OPS.change(
            "sendAgain",
            "POST /contacts/campaigns/{campaign}/steps/{step}/send-again",
            "Take unknown messages as not sent, so that they may be sent again",
            People.class,
            Ended.class,
            true,
            r -> ended(ledger.sendAgain(campaign(r), r.path("step"), people(r)))));
  }

  private static Answer ended(int messages) {
    return Answer.ok(new Ended(messages));
  }

  private static List<CustomerId> people(Request request) {
    return request.body(People.class).ids();
  }

  private CountsEntry counts(Request request) {
    ContactLedger.Counts counts = ledger.counts(campaign(request));
    return new CountsEntry(
        counts.sending(),
        counts.unknown(),
        counts.sent(),
        counts.unsent().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> new UnsentEntry(e.getKey(), e.getValue()))
            .toList());
  }

  private Contacts list(Request request) {
    int limit = request.query("limit").map(Integer::parseInt).orElse(PAGE);
    return Contacts.of(
        ledger.list(
            campaign(request),
            state(request.path("state")),
            request.query("after").map(CustomerId::new),
            limit));
  }

  private static Contact.State state(String name) {
    return Stream.of(Contact.State.values())
        .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("state is sending, unknown, sent or unsent, got " + name));
  }

  private static CampaignId campaign(Request request) {
    return new CampaignId(request.path("campaign"));
  }
}
