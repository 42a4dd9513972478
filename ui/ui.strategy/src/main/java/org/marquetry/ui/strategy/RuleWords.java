package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import java.util.Set;

/// Codes of rules and of channels in words.
final class RuleWords {
  private static final String KEY = "strategy.rule.";
  private static final String REFUSED = "mail.refused-";
  static final Set<String> KNOWN =
      Set.of(
          "campaign.bad-address",
          "campaign.no-address",
          "mail.bad-address",
          "mail.no-answer",
          "mail.no-connection",
          "mail.no-public-address",
          "outbox.bad-address",
          "outbox.not-written",
          "plan.no-address",
          "plan.no-material",
          "plan.not-worth",
          "plan.over-budget",
          "policy.already-sent",
          "policy.consent-granted",
          "policy.consent-refused",
          "policy.held-out",
          "policy.no-consent",
          "policy.over-cap",
          "policy.quiet-hours",
          "policy.said-unsent",
          "policy.service",
          "policy.suppressed",
          "time.shop-hour",
          "time.usual-hour");

  private RuleWords() {}

  /// @return the code itself where another bundle brought it
  static String of(Component page, String code) {
    if (KNOWN.contains(code)) {
      return page.getTranslation(KEY + code);
    }
    return code.startsWith(REFUSED)
        ? page.getTranslation(KEY + "mail.refused", code.substring(REFUSED.length()))
        : code;
  }
}
