package org.marquetry.campaign.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.CampaignBrief;
import org.marquetry.campaign.api.Contact;
import org.marquetry.campaign.api.ContactAnswer;
import org.marquetry.campaign.api.ContactPolicy;
import org.marquetry.campaign.api.ContactResult;
import org.marquetry.campaign.api.Coupon;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.Offers;
import org.marquetry.campaign.api.Outgoing;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.campaign.core.Decisions;
import org.marquetry.campaign.core.desk.LaunchTable.Launch;
import org.marquetry.campaign.core.desk.LaunchTable.Person;
import org.marquetry.campaign.core.desk.LaunchTable.State;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.FactNames;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailReader;
import org.marquetry.copy.api.Mails;
import org.marquetry.copy.api.WrittenMail;
import org.marquetry.decision.api.Decision;
import org.marquetry.decision.api.DecisionLog;
import org.marquetry.decision.api.Reason;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.EventProperties;

/// Writes messages of a campaign and hands them over, some people at a time.
final class Sending {
  private static final Duration WITHOUT_CODES = Duration.ofMinutes(10);
  private final Campaign campaign;
  private final MailDesign design;
  private final Variants variants;
  private final CampaignBrief brief;
  private final Optional<Offer> offer;
  private final Desk desk;
  private final ContactPolicy policy;
  private final Offers offers;
  private final Mails mails;
  private final DecisionLog log;
  private final Decisions decisions;
  private final CampaignId id;

  Sending(
      SavedCampaign saved,
      Launch launch,
      CampaignBrief brief,
      Desk desk,
      ContactPolicy policy,
      Offers offers,
      Mails mails,
      DecisionLog log) {
    this.campaign = saved.campaign();
    this.design = desk.briefs().launched(campaign, launch.uses());
    this.variants = Variants.of(design);
    this.brief = brief;
    this.offer = desk.briefs().launchedOffer(campaign, launch.uses());
    this.desk = desk;
    this.policy = policy;
    this.offers = offers;
    this.mails = mails;
    this.log = log;
    this.decisions = Decisions.of(brief.split(), LaunchJob.STEP);
    this.id = brief.id();
  }

  /// One who is due and can be reached.
  private record Due(Person person, String address, Optional<String> code) {}

  /// @return how it stands with each of them now
  List<Person> send(List<Person> people) {
    Instant now = desk.clock().instant();
    List<Person> after = new ArrayList<>();
    List<Due> due = new ArrayList<>();
    Map<String, Audience.Reached> reached =
        desk.audience().reached(people.stream().map(Person::customer).toList());
    for (Person person : people) {
      Optional<String> address =
          reached.getOrDefault(person.customer().value(), Audience.Reached.NOT).address();
      if (address.isEmpty()) {
        after.add(person.to(State.HELD, "campaign.no-address"));
        continue;
      }
      Optional<String> code = code(person.customer());
      if (code.isEmpty() && isPersonal()) {
        after.add(person.later(now.plus(WITHOUT_CODES)));
      } else {
        due.add(new Due(person, address.get(), code));
      }
    }
    List<Person> written = new ArrayList<>();
    List<Outgoing> messages = new ArrayList<>();
    List<WrittenMail> texts = write(due);
    for (int i = 0; i < due.size(); i++) {
      Person person = due.get(i).person;
      try {
        messages.add(outgoing(person, texts.get(i).to(due.get(i).address), now));
        written.add(person);
      } catch (IllegalArgumentException noAddress) {
        takeBack(person);
        after.add(person.to(State.HELD, "campaign.bad-address"));
      }
    }
    List<ContactResult> results = policy.send(brief.contact(), messages);
    List<Decision> held = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      after.add(after(written.get(i), results.get(i), now, held));
    }
    log.append(held);
    return after;
  }

  /// In the order given; a variant's mails at once.
  private List<WrittenMail> write(List<Due> due) {
    List<Fact> facts = new ArrayList<>(mails.facts(design));
    offer.ifPresent(o -> facts.addAll(offers.facts(o)));
    List<MailReader> readers =
        mails.readers(design, due.stream().map(d -> d.person.customer()).toList());
    WrittenMail[] written = new WrittenMail[due.size()];
    for (String variant : variants.names()) {
      List<Integer> places =
          IntStream.range(0, due.size())
              .filter(i -> due.get(i).person.variant().orElseThrow().equals(variant))
              .boxed()
              .toList();
      List<MailReader> some =
          places.stream().map(i -> reader(readers.get(i), due.get(i).code)).toList();
      List<WrittenMail> mail = mails.write(design, variants.opening(variant), facts, some);
      for (int i = 0; i < places.size(); i++) {
        written[places.get(i)] = mail.get(i);
      }
    }
    return List.of(written);
  }

  private static MailReader reader(MailReader reader, Optional<String> code) {
    return code.map(c -> reader.with(Fact.text(FactNames.OFFER_CODE, c, "offer"))).orElse(reader);
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

  private Outgoing outgoing(Person person, Message message, Instant now) {
    Map<String, String> facts = new TreeMap<>();
    campaign.offer().ifPresent(o -> facts.put("offer", o));
    offer
        .map(Offer::benefit)
        .filter(Benefit.Percent.class::isInstance)
        .map(Benefit.Percent.class::cast)
        .ifPresent(p -> facts.put(EventProperties.DISCOUNT, Double.toString(p.share())));
    facts.put("variant", person.variant().orElseThrow());
    return new Outgoing(
        person.customer(), now, message, Optional.of(decisions.message(person.customer())), facts);
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
