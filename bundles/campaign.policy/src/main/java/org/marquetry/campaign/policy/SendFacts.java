package org.marquetry.campaign.policy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.marquetry.campaign.api.Purpose;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.DecisionId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;

/// Makes the facts of a send. Their ids follow from campaign, step, customer and try, so that each
/// is a fact only once, whoever tells it; that a message was sent is one fact, whichever try it
/// was.
final class SendFacts {
  private SendFacts() {}

  static Event sending(CustomerId person, Send send) {
    return event(EventTypes.SENDING, person, send).build();
  }

  /// @param decision null: none
  /// @param more what else it says
  static Event sent(
      CustomerId person, Send send, @Nullable DecisionId decision, Map<String, String> more) {
    String id = id(person, send, 0);
    return tell(
            Event.builder(EventTypes.SENT + "-" + id, EventTypes.SENT, send.at()).properties(more),
            person,
            send)
        .decision(decision)
        .build();
  }

  static Event unsent(CustomerId person, Send send, String code) {
    return event(EventTypes.UNSENT, person, send).property(EventProperties.CODE, code).build();
  }

  private static String id(CustomerId person, Send send, int attempt) {
    String key = send.campaign() + "\n" + send.step() + "\n" + person;
    String one = attempt == 0 ? key : key + "\n" + attempt;
    return UUID.nameUUIDFromBytes(one.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Event.Builder event(String type, CustomerId person, Send send) {
    String id = id(person, send, send.attempt());
    return tell(Event.builder(type + "-" + id, type, send.at()), person, send);
  }

  private static Event.Builder tell(Event.Builder event, CustomerId person, Send send) {
    event
        .customer(person)
        .property(EventProperties.CAMPAIGN, send.campaign())
        .property(EventProperties.STEP, send.step())
        .property(EventProperties.ATTEMPT, Integer.toString(send.attempt()))
        .property(EventProperties.CHANNEL, send.channel());
    return send.purpose().equals(Purpose.MARKETING.id())
        ? event
        : event.property(EventProperties.PURPOSE, send.purpose());
  }
}
