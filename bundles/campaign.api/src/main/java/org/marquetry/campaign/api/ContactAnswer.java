package org.marquetry.campaign.api;

import java.time.Instant;
import java.util.Map;
import org.marquetry.decision.api.Reason;

/// The policy's answer on one person, with its reason.
public sealed interface ContactAnswer {
  /// Why; code and facts go into the decision log.
  Reason reason();

  /// The message may be sent.
  record Allowed(Reason reason) implements ContactAnswer {}

  /// The message may be written, but must not leave this machine: no consent is recorded.
  record Preview(Reason reason) implements ContactAnswer {}

  /// The message may not go out now, but it may later: by all that is known now it would be allowed
  /// then. Ask again then.
  ///
  /// @param at the first moment after the quiet hours, by the person's clock
  record Later(Instant at, Reason reason) implements ContactAnswer {}

  /// The person gets nothing.
  record Refused(Rule rule, Reason reason) implements ContactAnswer {
    /// Refuse by a rule; the reason's code is the rule's.
    public static Refused by(Rule rule, Map<String, String> facts) {
      return new Refused(rule, new Reason(rule.code(), facts));
    }
  }

  /// The rules, in the order in which they are asked; the first that refuses is the answer.
  enum Rule {
    /// The person unsubscribed, complained, or mail bounced for good.
    SUPPRESSED("policy.suppressed"),
    /// The person refused this kind of message.
    CONSENT_REFUSED("policy.consent-refused"),
    /// Nothing is recorded about the person's consent.
    NO_CONSENT("policy.no-consent"),
    /// The person got this very message already, or it is under way, or nobody knows whether it
    /// went out.
    ALREADY_SENT("policy.already-sent"),
    /// The person got as many messages as a cap allows, places counted that campaigns of a higher
    /// priority have reserved.
    OVER_CAP("policy.over-cap"),
    /// The person is in the hold-out.
    HELD_OUT("policy.held-out");

    private final String code;

    Rule(String code) {
      this.code = code;
    }

    /// Stable code, as it stands in the decision log.
    public String code() {
      return code;
    }
  }
}
