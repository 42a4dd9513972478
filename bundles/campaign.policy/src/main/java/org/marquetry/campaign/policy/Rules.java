package org.marquetry.campaign.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.marquetry.campaign.api.ContactAnswer;
import org.marquetry.campaign.api.ContactAnswer.Refused;
import org.marquetry.campaign.api.ContactAnswer.Rule;
import org.marquetry.campaign.api.ContactQuestion;
import org.marquetry.campaign.api.ContactRules.RuleSet;
import org.marquetry.campaign.api.FrequencyCap;
import org.marquetry.campaign.api.Purpose;
import org.marquetry.campaign.api.QuietHours;
import org.marquetry.campaign.policy.Places.Reserved;
import org.marquetry.decision.api.Reason;

/// The rules for one person, in order; pure.
final class Rules {
  private static final String GRANTED = "policy.consent-granted";

  private final ContactQuestion question;
  private final String campaign;
  private final String purpose;
  private final RuleSet rules;
  private final ZoneId shop;

  /// @param rules of the question's purpose
  /// @param shop zone of those whose own is not known
  Rules(ContactQuestion question, RuleSet rules, ZoneId shop) {
    this.question = question;
    this.campaign = question.campaign().value();
    this.purpose = question.purpose().id();
    this.rules = rules;
    this.shop = shop;
  }

  /// @param reserved places that campaigns keep for the person
  /// @param at when the message would go out
  /// @param heldOut whether the person is in the hold-out
  ContactAnswer ask(Known known, List<Reserved> reserved, Instant at, boolean heldOut) {
    Optional<ContactAnswer> no = mayNot(known);
    if (no.isPresent()) {
      return no.get();
    }
    boolean preview = !mayLeave(known);
    ZoneId zone = known.zone().orElse(shop);
    Instant open = preview ? at : rules.quiet().map(q -> QuietClock.open(q, at, zone)).orElse(at);
    Optional<ContactAnswer> full = full(counted(known, reserved), open);
    if (full.isPresent()) {
      return full.get();
    }
    if (heldOut) {
      return Refused.by(Rule.HELD_OUT, Map.of("experiment", question.split().experiment()));
    }
    if (open.isAfter(at)) {
      return new ContactAnswer.Later(open, quiet(rules.quiet().orElseThrow(), zone));
    }
    return preview
        ? new ContactAnswer.Preview(Reason.of("policy.no-consent-preview"))
        : new ContactAnswer.Allowed(Reason.of(isService() ? "policy.service" : GRANTED));
  }

  private Optional<ContactAnswer> mayNot(Known known) {
    Optional<String> stop = known.stoppedBy(question.channel(), purpose);
    if (stop.isPresent()) {
      return refused(Rule.SUPPRESSED, Map.of("event", stop.get()));
    }
    Map<String, String> channel = Map.of("channel", question.channel());
    Optional<String> consent = known.consent(question.channel(), purpose);
    if (consent.filter("refused"::equals).isPresent()) {
      return refused(Rule.CONSENT_REFUSED, channel);
    }
    if (!mayLeave(known) && !question.previewWithoutConsent()) {
      return refused(Rule.NO_CONSENT, channel);
    }
    return known.sends().stream()
        .filter(s -> s.counts() && s.is(campaign, question.step()))
        .findFirst()
        .map(s -> Refused.by(Rule.ALREADY_SENT, Map.of("state", s.state().name())));
  }

  private static Optional<ContactAnswer> refused(Rule rule, Map<String, String> facts) {
    return Optional.of(Refused.by(rule, facts));
  }

  private boolean isService() {
    return question.purpose() == Purpose.SERVICE;
  }

  private boolean mayLeave(Known known) {
    return isService()
        || known.consent(question.channel(), purpose).filter("granted"::equals).isPresent();
  }

  /// What takes a place of the question's purpose: what went out or may have, and what campaigns of
  /// a higher priority have reserved.
  private List<Place> counted(Known known, List<Reserved> reserved) {
    Stream<Place> sent = known.sends().stream().filter(Send::counts).map(s -> new Place(s, false));
    Stream<Place> kept =
        reserved.stream()
            .filter(
                r -> r.priority() > question.priority() && !r.send().is(campaign, question.step()))
            .map(r -> new Place(r.send(), true));
    return Stream.concat(sent, kept).filter(p -> p.send().purpose().equals(purpose)).toList();
  }

  private record Place(Send send, boolean reserved) {}

  private Optional<ContactAnswer> full(List<Place> places, Instant at) {
    if (places.isEmpty()) {
      return Optional.empty();
    }
    Optional<ContactAnswer> all = full(places, at, question.cap(), Known.ALL);
    FrequencyCap ofChannel = rules.byChannel().get(question.channel());
    if (all.isEmpty() && ofChannel != null) {
      List<Place> here =
          places.stream()
              .filter(p ->
                  p.send().channel().isEmpty() || p.send().channel().equals(question.channel()))
              .toList();
      all = full(here, at, ofChannel, question.channel());
    }
    return all.isEmpty() ? rules.inSum().flatMap(cap -> full(places, at, cap, Known.ALL)) : all;
  }

  private static Optional<ContactAnswer> full(
      List<Place> places, Instant at, FrequencyCap cap, String channel) {
    List<Place> fullest = fullest(places, at, Duration.ofDays(cap.days()));
    if (fullest.size() < cap.messages()) {
      return Optional.empty();
    }
    Map<String, String> facts = new HashMap<>();
    facts.put("messages", Integer.toString(cap.messages()));
    facts.put("days", Integer.toString(cap.days()));
    facts.put("channel", channel);
    long reserved = fullest.stream().filter(Place::reserved).count();
    if (reserved > 0) {
      facts.put("reserved", Long.toString(reserved));
    }
    return refused(Rule.OVER_CAP, facts);
  }

  /// The places in the fullest window of this length that holds the moment. The fullest window can
  /// be slid back until it ends at the moment, or forward until it ends at a send, so those are
  /// enough.
  private static List<Place> fullest(List<Place> places, Instant at, Duration window) {
    List<Place> most = List.of();
    for (Instant end :
        Stream.concat(Stream.of(at), places.stream().map(p -> p.send().at()))
            .filter(e -> !e.isBefore(at) && e.isBefore(at.plus(window)))
            .toList()) {
      Instant begin = end.minus(window);
      List<Place> in =
          places.stream()
              .filter(p -> p.send().at().isAfter(begin) && !p.send().at().isAfter(end))
              .toList();
      most = in.size() > most.size() ? in : most;
    }
    return most;
  }

  private static Reason quiet(QuietHours quiet, ZoneId zone) {
    return new Reason(
        "policy.quiet-hours",
        Map.of(
            "from", quiet.from().toString(),
            "until", quiet.until().toString(),
            "zone", zone.getId()));
  }
}
