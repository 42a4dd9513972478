package org.marquetry.campaign.policy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marquetry.campaign.api.Contact;
import org.marquetry.campaign.api.ContactLedger;
import org.marquetry.campaign.api.ContactRules;
import org.marquetry.campaign.api.ContactRules.RuleSet;
import org.marquetry.campaign.api.FrequencyCap;
import org.marquetry.campaign.api.Purpose;
import org.marquetry.campaign.api.QuietHours;
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

/// Rules of contact and ledger at the door for programs. Calls the services through the gate, as
/// the actor who sent the request.
@Component(
    service = {},
    immediate = true)
public final class ContactOperations {
  private static final Ops RULES = new Ops("campaign.check", "campaign.rules");
  private static final Ops LEDGER = new Ops("campaign.check", "campaign.send");
  private static final String ALL = "all";

  private final ContactRules rules;
  private final ContactLedger ledger;
  private final Served served;

  @Activate
  public ContactOperations(
      BundleContext context, @Reference ContactRules rules, @Reference ContactLedger ledger) {
    this.rules = rules;
    this.ledger = ledger;
    served = Served.by(context, "contact", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  /// @param channel `all`: over all channels together
  record CapEntry(String channel, int messages, int days) {}

  /// @param quietFrom as `22:00`, by the person's clock; absent with `quietUntil`: no quiet hours
  record RulesEntry(Optional<String> quietFrom, Optional<String> quietUntil, List<CapEntry> caps) {
    static RulesEntry of(RuleSet rules) {
      return new RulesEntry(
          rules.quiet().map(q -> q.from().toString()),
          rules.quiet().map(q -> q.until().toString()),
          Stream.concat(
                  rules.inSum().map(cap -> entry(ALL, cap)).stream(),
                  rules.byChannel().entrySet().stream().map(c -> entry(c.getKey(), c.getValue())))
              .toList());
    }

    private static CapEntry entry(String channel, FrequencyCap cap) {
      return new CapEntry(channel, cap.messages(), cap.days());
    }

    RuleSet toRules() {
      if (quietFrom.isPresent() != quietUntil.isPresent()) {
        throw new IllegalArgumentException("quietFrom and quietUntil stand together");
      }
      Map<String, FrequencyCap> byChannel =
          caps.stream()
              .collect(
                  Collectors.toMap(
                      CapEntry::channel, c -> new FrequencyCap(c.messages(), c.days())));
      Optional<FrequencyCap> inSum = Optional.ofNullable(byChannel.remove(ALL));
      return new RuleSet(
          quietFrom.map(f -> new QuietHours(time(f), time(quietUntil.orElseThrow()))),
          byChannel,
          inSum);
    }

    private static LocalTime time(String text) {
      try {
        return LocalTime.parse(text);
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException("quiet hours are like 22:00, got " + text, e);
      }
    }
  }

  record ChangeEntry(Instant at, String by, RulesEntry rules) {}

  record History(List<ChangeEntry> changes) {}

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
        RULES.get(
            "rules",
            "/contact-rules/{purpose}",
            "Quiet hours and caps of a purpose, `marketing` or `service`",
            RulesEntry.class,
            r -> RulesEntry.of(rules.rules(purpose(r)))),
        RULES.change(
            "rules.change",
            "PUT /contact-rules/{purpose}",
            "Set quiet hours and caps of a purpose",
            RulesEntry.class,
            null,
            true,
            this::change),
        RULES.get(
            "rules.history",
            "/contact-rules/{purpose}/history",
            "Who set which rules of a purpose",
            History.class,
            this::history),
        LEDGER.get(
            "counts",
            "/contacts/campaigns/{campaign}",
            "How a campaign's messages stand",
            CountsEntry.class,
            this::counts),
        LEDGER.get(
            "list",
            "/contacts/campaigns/{campaign}/{state}",
            "A campaign's messages that are `sending`, `unknown`, `sent` or `unsent`, by person;"
                + " page on with `after`",
            Contacts.class,
            this::list),
        LEDGER.get(
            "person",
            "/contacts/people/{person}",
            "What a person got or was to get, newest first",
            Contacts.class,
            r -> Contacts.of(ledger.of(new CustomerId(r.path("person"))))),
        LEDGER.change(
            "treatAsSent",
            "POST /contacts/campaigns/{campaign}/steps/{step}/treat-as-sent",
            "Take unknown messages as sent",
            People.class,
            Ended.class,
            true,
            r ->
                Answer.ok(
                    new Ended(
                        ledger.treatAsSent(
                            campaign(r), r.path("step"), r.body(People.class).ids())))),
        LEDGER.change(
            "sendAgain",
            "POST /contacts/campaigns/{campaign}/steps/{step}/send-again",
            "Take unknown messages as not sent, so that they may be sent again",
            People.class,
            Ended.class,
            true,
            r ->
                Answer.ok(
                    new Ended(
                        ledger.sendAgain(
                            campaign(r), r.path("step"), r.body(People.class).ids())))));
  }

  private Answer change(Request request) {
    rules.change(purpose(request), request.body(RulesEntry.class).toRules());
    return Answer.nothing();
  }

  private History history(Request request) {
    return new History(
        rules.history(purpose(request)).stream()
            .map(c -> new ChangeEntry(c.at(), c.by(), RulesEntry.of(c.rules())))
            .toList());
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
    Contact.State state = one(Contact.State.values(), request.path("state"));
    int limit = request.query("limit").map(Integer::parseInt).orElse(1_000);
    return Contacts.of(
        ledger.list(campaign(request), state, request.query("after").map(CustomerId::new), limit));
  }

  private static CampaignId campaign(Request request) {
    return new CampaignId(request.path("campaign"));
  }

  private static Purpose purpose(Request request) {
    return one(Purpose.values(), request.path("purpose"));
  }

  private static <E extends Enum<E>> E one(E[] all, String name) {
    return Stream.of(all)
        .filter(e -> e.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no " + name));
  }
}
