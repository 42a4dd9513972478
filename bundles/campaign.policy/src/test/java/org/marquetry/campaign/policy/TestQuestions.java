package org.marquetry.campaign.policy;

import java.time.Instant;
import java.util.List;
import org.marquetry.campaign.api.ContactQuestion;
import org.marquetry.campaign.api.FrequencyCap;
import org.marquetry.experiment.api.Design;
import org.marquetry.shop.api.CampaignId;

final class TestQuestions {
  static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  private TestQuestions() {}

  static ContactQuestion question(String campaign, FrequencyCap cap, boolean preview) {
    return question(campaign, cap, preview, 0);
  }

  static ContactQuestion question(
      String campaign, FrequencyCap cap, boolean preview, double holdout) {
    return new ContactQuestion(
        new CampaignId(campaign),
        "first",
        "email",
        NOW,
        new Design(campaign, "salt", holdout, List.of(new Design.Share("message", 1))),
        cap,
        preview);
  }
}
