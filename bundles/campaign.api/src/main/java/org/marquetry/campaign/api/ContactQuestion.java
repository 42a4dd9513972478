package org.marquetry.campaign.api;

import java.time.Instant;
import org.marquetry.experiment.api.Design;
import org.marquetry.shop.api.CampaignId;

/// What is to be sent, as far as the contact policy has to know.
///
/// @param step part of the campaign, 1 to 64 characters
/// @param channel name of the channel, for example `email`
/// @param purpose whose consent and whose rules count
/// @param priority the higher, the sooner: places that a campaign has reserved are kept from
///   campaigns of a lower priority
/// @param at when it is to be sent
/// @param split whose hold-out gets nothing
/// @param cap how many messages a person may get, over all channels, besides the shop's own
///   [ContactRules]
/// @param previewWithoutConsent where no consent is recorded (granted or refused), answer
///   [ContactAnswer.Preview]: the message may be written, but must not leave this machine
public record ContactQuestion(
    CampaignId campaign,
    String step,
    String channel,
    Purpose purpose,
    int priority,
    Instant at,
    Design split,
    FrequencyCap cap,
    boolean previewWithoutConsent) {
  public ContactQuestion {
    if (step.isBlank() || step.length() > 64 || channel.isBlank()) {
      throw new IllegalArgumentException("step (1 to 64 characters) and channel must be given");
    }
  }

  /// Ask about marketing of no special priority.
  public ContactQuestion(
      CampaignId campaign,
      String step,
      String channel,
      Instant at,
      Design split,
      FrequencyCap cap,
      boolean previewWithoutConsent) {
    this(campaign, step, channel, Purpose.MARKETING, 0, at, split, cap, previewWithoutConsent);
  }
}
