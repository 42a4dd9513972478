package org.marquetry.campaign.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.marquetry.campaign.api.ContactAnswer;
import org.marquetry.campaign.api.ContactAnswer.Refused;
import org.marquetry.campaign.api.ContactAnswer.Rule;
import org.marquetry.campaign.api.ContactQuestion;
import org.marquetry.campaign.api.FrequencyCap;
import org.marquetry.campaign.policy.Known.Send;
import org.marquetry.decision.api.Reason;

/// The rules for one person, in order; pure.
final class Rules {
  private final ContactQuestion question;

  Rules(ContactQuestion question) {
    this.question = question;
  }

  /// @param at when the message would go out
  /// @param heldOut whether the person is in the hold-out
  ContactAnswer ask(Known known, List<Send> reserved, Instant at, boolean heldOut) {
    if (known.suppressedBy().isPresent()) {
      return Refused.by(Rule.SUPPRESSED, Map.of("event", known.suppressedBy().get()));
    }
    Optional<String> consent = known.consent();
    if (consent.filter("refused"::equals).isPresent()) {
      return Refused.by(Rule.CONSENT_REFUSED, Map.of("channel", question.channel()));
    }
    boolean granted = consent.filter("granted"::equals).isPresent();
    if (!granted && !question.previewWithoutConsent()) {
      return Refused.by(Rule.NO_CONSENT, Map.of("channel", question.channel()));
    }
    List<Send> sends = Stream.concat(known.sends().stream(), reserved.stream()).distinct().toList();
    if (sends.stream().anyMatch(s -> s.is(question.campaign().value(), question.step()))) {
      return Refused.by(Rule.ALREADY_SENT, Map.of());
    }
    FrequencyCap cap = question.cap();
    if (fullest(sends, at, Duration.ofDays(cap.days())) >= cap.messages()) {
      return Refused.by(
          Rule.OVER_CAP,
          Map.of(
              "messages", Integer.toString(cap.messages()),
              "days", Integer.toString(cap.days())));
    }
    if (heldOut) {
      return Refused.by(Rule.HELD_OUT, Map.of("experiment", question.split().experiment()));
    }
    return granted
        ? new ContactAnswer.Allowed(Reason.of("policy.consent-granted"))
        : new ContactAnswer.Preview(Reason.of("policy.no-consent-preview"));
  }

  /// The most other sends in any window of this length that holds the moment. The fullest window
  /// can be slid back until it ends at the moment, or forward until it begins with a send or ends
  /// at one, so those are enough.
  private static int fullest(List<Send> sends, Instant at, Duration window) {
    int most = 0;
    for (Instant end :
        Stream.concat(Stream.of(at), sends.stream().map(Send::at))
            .filter(e -> !e.isBefore(at) && e.isBefore(at.plus(window)))
            .toList()) {
      Instant begin = end.minus(window);
      int count =
          (int) sends.stream().filter(s -> s.at().isAfter(begin) && !s.at().isAfter(end)).count();
      most = Math.max(most, count);
    }
    return most;
  }
}
