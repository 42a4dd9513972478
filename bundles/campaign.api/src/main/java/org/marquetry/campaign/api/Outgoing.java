package org.marquetry.campaign.api;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marquetry.channel.api.Message;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.DecisionId;

/// A written message, who is to get it, and when.
///
/// @param decision the decision that led to it, so that what follows can be told of it
/// @param facts what else the fact of the send says, such as the offer: at most 10 short values, no
///   personal data
public record Outgoing(
    CustomerId customer,
    Instant at,
    Message message,
    Optional<DecisionId> decision,
    Map<String, String> facts) {
  private static final int MOST = 10;
  private static final int LONGEST = 1_000; // characters together

  public Outgoing {
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    int length =
        facts.entrySet().stream().mapToInt(e -> e.getKey().length() + e.getValue().length()).sum();
    if (facts.size() > MOST || length > LONGEST) {
      throw new IllegalArgumentException(
          "facts must be at most %d values of %d characters, got %d of %d"
              .formatted(MOST, LONGEST, facts.size(), length));
    }
  }

  /// A message with nothing more to say of it.
  public Outgoing(CustomerId customer, Instant at, Message message) {
    this(customer, at, message, Optional.empty(), Map.of());
  }
}
