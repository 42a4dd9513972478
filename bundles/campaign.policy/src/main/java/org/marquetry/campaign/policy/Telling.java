package org.marquetry.campaign.policy;

import static org.marquetry.shop.api.EventProperties.ATTEMPT;
import static org.marquetry.shop.api.EventProperties.BOUNCE;
import static org.marquetry.shop.api.EventProperties.CAMPAIGN;
import static org.marquetry.shop.api.EventProperties.CHANNEL;
import static org.marquetry.shop.api.EventProperties.CODE;
import static org.marquetry.shop.api.EventProperties.EMAIL;
import static org.marquetry.shop.api.EventProperties.PURPOSE;
import static org.marquetry.shop.api.EventProperties.SOFT;
import static org.marquetry.shop.api.EventProperties.STEP;
import static org.marquetry.shop.api.EventProperties.TIME_ZONE;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marquetry.campaign.api.Contact.State;
import org.marquetry.campaign.api.Purpose;
import org.marquetry.shop.api.EventTypes;

/// What an event tells about a person and messages.
final class Telling {
  /// The types that tell something.
  static final Set<String> TYPES =
      Set.of(
          EventTypes.SENDING,
          EventTypes.SENT,
          EventTypes.UNSENT,
          EventTypes.CONSENTED,
          EventTypes.UNSUBSCRIBED,
          EventTypes.COMPLAINED,
          EventTypes.BOUNCED,
          EventTypes.CUSTOMER_CHANGED);

  private static final String MARKETING = Purpose.MARKETING.id();
  private static final int LONGEST_ZONE = 64;

  private Telling() {}

  /// Whether an event of this type tells of a message.
  static boolean isSend(String type) {
    return type.equals(EventTypes.SENDING)
        || type.equals(EventTypes.SENT)
        || type.equals(EventTypes.UNSENT);
  }

  /// @param properties of the event
  static Known add(Known known, String type, Instant at, Map<String, String> properties) {
    String channel = properties.getOrDefault(CHANNEL, EMAIL);
    String purpose = properties.getOrDefault(PURPOSE, MARKETING);
    return switch (type) {
      case EventTypes.SENDING -> known.and(send(at, properties, State.UNKNOWN));
      case EventTypes.SENT -> known.and(send(at, properties, State.SENT));
      case EventTypes.UNSENT -> known.and(send(at, properties, State.UNSENT));
      case EventTypes.CONSENTED -> known.and(Known.yes(channel, purpose), word(type, at));
      case EventTypes.UNSUBSCRIBED ->
          known.and(
              Known.stop(channel, properties.getOrDefault(PURPOSE, Known.ALL)), word(type, at));
      case EventTypes.COMPLAINED -> known.and(Known.stop(channel, Known.ALL), word(type, at));
      case EventTypes.BOUNCED ->
          properties.getOrDefault(BOUNCE, "").equals(SOFT)
              ? known
              : known.and(Known.stop(channel, Known.ALL), word(type, at));
      case EventTypes.CUSTOMER_CHANGED -> zone(known, at, properties.get(TIME_ZONE));
      default -> known;
    };
  }

  /// One text for each word and campaign: every event brings its own.
  private static Word word(String said, Instant at) {
    return new Word(said.intern(), at);
  }

  private static Known zone(Known known, Instant at, @Nullable String zone) {
    return zone == null || zone.length() > LONGEST_ZONE
        ? known
        : known.and(Known.ZONE, word(zone, at));
  }

  private static Send send(Instant at, Map<String, String> properties, State state) {
    return new Send(
        properties.getOrDefault(CAMPAIGN, "").intern(),
        properties.getOrDefault(STEP, "").intern(),
        attempt(properties.get(ATTEMPT), state),
        properties.getOrDefault(CHANNEL, "").intern(),
        properties.getOrDefault(PURPOSE, MARKETING).intern(),
        at,
        state,
        properties.getOrDefault(CODE, "").intern());
  }

  /// Others tell what was sent without one; the rest is only ours to tell.
  private static int attempt(@Nullable String told, State state) {
    int none = state == State.SENT ? 0 : 1;
    try {
      return told == null ? none : Math.max(none, Integer.parseInt(told));
    } catch (NumberFormatException noNumber) {
      return none;
    }
  }
}
