package org.marquetry.sandbox.core;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marquetry.sandbox.truth.Touch;
import org.marquetry.shop.api.DecisionId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;

/// A message that reached a customer.
///
/// @param campaign its campaign's id; empty: none is named
record Message(String campaign, Touch touch, @Nullable DecisionId decision) {
  static final String CAMPAIGN = "campaignId";
  static final String ELEMENT = "element";
  static final String DISCOUNT = EventProperties.DISCOUNT;

  /// Read an event `sent`; what it does not say is the plainest.
  static Message of(Event sent, Season season) {
    Map<String, String> said = sent.properties();
    Touch touch =
        new Touch(
            said.getOrDefault(EventProperties.CHANNEL, "email"),
            said.getOrDefault(ELEMENT, "plain"),
            Math.clamp(number(said.get(DISCOUNT)), 0, 0.9),
            hour(sent.occurredAt(), season));
    return new Message(said.getOrDefault(CAMPAIGN, ""), touch, sent.decision().orElse(null));
  }

  static int hour(Instant at, Season season) {
    return at.atZone(season.zone()).getHour();
  }

  private static double number(@Nullable String text) {
    try {
      return text == null ? 0 : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  Map<String, String> properties() {
    Map<String, String> all = new TreeMap<>();
    if (!campaign.isEmpty()) {
      all.put(CAMPAIGN, campaign);
    }
    all.put(EventProperties.CHANNEL, touch.channel());
    return all;
  }
}
