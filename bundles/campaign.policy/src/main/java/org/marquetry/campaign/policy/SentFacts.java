package org.marquetry.campaign.policy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.marquetry.channel.api.Permit;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventTypes;

/// Makes a `sent` event of each send; its id follows from campaign, step and customer, so it is a
/// fact only once.
final class SentFacts {
  private SentFacts() {}

  static void append(Journal journal, List<Permit> permits, String channel) {
    if (!permits.isEmpty()) {
      journal.append(permits.stream().map(p -> event(p, channel)).toList());
    }
  }

  private static Event event(Permit permit, String channel) {
    String key = permit.campaign() + "\n" + permit.step() + "\n" + permit.customer();
    String id = "sent-" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    return Event.builder(id, EventTypes.SENT, permit.at())
        .customer(permit.customer())
        .property("campaignId", permit.campaign().value())
        .property("step", permit.step())
        .property("channel", channel)
        .build();
  }
}
