package org.marquetry.campaign.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.CampaignBrief;
import org.marquetry.campaign.api.CampaignText;
import org.marquetry.campaign.api.Contact;
import org.marquetry.campaign.api.ContactAnswer;
import org.marquetry.campaign.api.ContactPolicy;
import org.marquetry.campaign.api.ContactResult;
import org.marquetry.campaign.api.Coupon;
import org.marquetry.campaign.api.Letter;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.Offers;
import org.marquetry.campaign.api.Outgoing;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.campaign.core.Decisions;
import org.marquetry.campaign.core.LetterWriter;
import org.marquetry.campaign.core.desk.LaunchTable.Person;
import org.marquetry.campaign.core.desk.LaunchTable.State;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.decision.api.Decision;
import org.marquetry.decision.api.DecisionLog;
import org.marquetry.decision.api.Reason;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Words;

/// Writes messages of a campaign and hands them over, some people at a time.
final class Sending {
  private static final Duration WITHOUT_CODES = Duration.ofMinutes(10);
  private static final Words WHY =
      new Words("您收到此邮件，是因为您是本店的顾客。", "You get this because you are a customer of this shop.");
  private static final Words END = new Words("退订或更改偏好", "Unsubscribe or change what you get");

  private final SavedCampaign saved;
  private final Campaign campaign;
  private final CampaignBrief brief;
  private final Optional<Offer> offer;
  private final Desk desk;
  private final ContactPolicy policy;
  private final Offers offers;
  private final DecisionLog log;
  private final Decisions decisions;
  private final CampaignId id;

  Sending(
      SavedCampaign saved,
      CampaignBrief brief,
      Optional<Offer> offer,
      Desk desk,
      ContactPolicy policy,
      Offers offers,
      DecisionLog log) {
    this.saved = saved;
    this.campaign = saved.campaign();
    this.brief = brief;
    this.offer = offer;
    this.desk = desk;
    this.policy = policy;
    this.offers = offers;
    this.log = log;
    this.decisions = Decisions.of(brief.split(), LaunchJob.STEP);
    this.id = brief.id();
  }

  /// @return how it stands with each of them now
  List<Person> send(List<Person> due) {
    Instant now = desk.clock().instant();
    Map<String, Audience.Reached> reached =
        desk.audience().reached(due.stream().map(Person::customer).toList());
    List<Person> after = new ArrayList<>();
    List<Person> written = new ArrayList<>();
    List<Outgoing> messages = new ArrayList<>();
    List<Decision> decided = new ArrayList<>();
    for (Person person : due) {
      Audience.Reached how = reached.getOrDefault(person.customer().value(), Audience.Reached.NOT);
      Optional<String> code = code(person.customer());
      if (how.address().isEmpty()) {
        after.add(person.to(State.HELD, "campaign.no-address"));
      } else if (code.isEmpty() && isPersonal()) {
        after.add(person.later(now.plus(WITHOUT_CODES)));
      } else {
        Decision decision = decision(person, now);
        decided.add(decision);
        written.add(person);
        messages.add(outgoing(person, how, code, decision, now));
      }
    }
    log.append(decided);
    List<ContactResult> results = policy.send(brief.contact(), messages);
    List<Decision> held = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      after.add(after(written.get(i), results.get(i), now, held));
    }
    log.append(held);
    return after;
  }

  private boolean isPersonal() {
    return offer.map(o -> o.coupon() instanceof Coupon.Each).orElse(false);
  }

  private Optional<String> code(CustomerId customer) {
    return offer.flatMap(o ->
        switch (o.coupon()) {
          case Coupon.None() -> Optional.<String>empty();
          case Coupon.One(String code) -> Optional.of(code);
          case Coupon.Each() -> offers.give(campaign.offer().orElseThrow(), id, customer);
        });
  }

  private Decision decision(Person person, Instant now) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("campaign", campaign.name());
    facts.put("version", Integer.toString(saved.version()));
    campaign.segment().ifPresent(s -> facts.put("segment", s));
    campaign.offer().ifPresent(o -> facts.put("offer", o));
    String variant = person.variant().orElseThrow();
    return decisions.message(
        person.customer(), variant, variant, now, List.of(new Reason("campaign.chosen", facts)));
  }

  private Outgoing outgoing(
      Person person, Audience.Reached how, Optional<String> code, Decision decision, Instant now) {
    CampaignText text = text(person.variant().orElseThrow(), how.language());
    Locale language = Locale.forLanguageTag(text.language());
    Letter letter =
        new Letter(
            person.customer(),
            text.subject(),
            "",
            text.paragraphs().stream()
                .map(p -> p.replace(CampaignText.CODE, code.orElse("")))
                .toList(),
            List.of(),
            text.button(),
            WHY.in(language),
            END.in(language));
    Map<String, String> facts = new TreeMap<>();
    campaign.offer().ifPresent(o -> facts.put("offer", o));
    facts.put("variant", person.variant().orElseThrow());
    return new Outgoing(
        person.customer(),
        now,
        LetterWriter.write(letter, how.address().orElseThrow(), text.language()),
        Optional.of(decision.id()),
        facts);
  }

  /// In the person's language; else in one that has the same root; else the variant's first.
  private CampaignText text(String variant, String language) {
    List<CampaignText> texts =
        campaign.texts().stream().filter(t -> t.variant().equals(variant)).toList();
    String root = Locale.forLanguageTag(language).getLanguage();
    return texts.stream()
        .filter(t -> t.language().equalsIgnoreCase(language))
        .findFirst()
        .or(() ->
            texts.stream()
                .filter(t -> Locale.forLanguageTag(t.language()).getLanguage().equals(root))
                .findFirst())
        .orElseGet(texts::getFirst);
  }

  private Person after(Person person, ContactResult result, Instant now, List<Decision> held) {
    return switch (result.answer()) {
      case ContactAnswer.Later(Instant at, var _) -> person.later(at);
      case ContactAnswer.Refused(ContactAnswer.Rule rule, Reason reason) -> {
        if (rule == ContactAnswer.Rule.ALREADY_SENT) {
          boolean sure = Contact.State.SENT.name().equals(reason.facts().get("state"));
          yield person.to(sure ? State.SENT : State.UNKNOWN, "");
        }
        takeBack(person);
        held.add(decisions.held(person.customer(), person.variant().orElseThrow(), now, reason));
        yield person.to(State.HELD, rule.code());
      }
      case ContactAnswer.Preview _ -> person.to(State.HELD, "campaign.preview");
      case ContactAnswer.Allowed _ -> outcome(person, result.outcome().orElseThrow());
    };
  }

  private Person outcome(Person person, SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Sent _, SendOutcome.AlreadySent _ -> person.to(State.SENT, "");
      case SendOutcome.Unknown _ -> person.to(State.UNKNOWN, "");
      case SendOutcome.Later(var _, var _, Instant notBefore) -> person.later(notBefore);
      case SendOutcome.Failed(String code, var _) -> {
        takeBack(person);
        yield person.to(State.HELD, code);
      }
    };
  }

  private void takeBack(Person person) {
    if (isPersonal()) {
      offers.takeBack(campaign.offer().orElseThrow(), id, person.customer());
    }
  }
}
