package org.marquetry.campaign.api;

import java.time.Instant;
import org.marquetry.experiment.api.Design;
import org.marquetry.shop.api.CampaignId;

/// What is to be sent, as far as the contact policy has to know.
///
/// @param step part of the campaign, 1 to 64 characters
/// @param channel name of the channel, for example `email`
/// @param at when it is to be sent
/// @param split whose hold-out gets nothing
/// @param cap how many messages a person may get
/// @param previewWithoutConsent where no consent is recorded (granted or refused), answer
///   [ContactAnswer.Preview]: the message may be written, but must not leave this machine
public record ContactQuestion(
    CampaignId campaign,
    String step,
    String channel,
    Instant at,
    Design split,
    FrequencyCap cap,
    boolean previewWithoutConsent) {
  public ContactQuestion {
    if (step.isBlank() || step.length() > 64 || channel.isBlank()) {
      throw new IllegalArgumentException("step (1 to 64 characters) and channel must be given");
    }
  }
}
