package org.marquetry.campaign.policy;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.marquetry.shop.api.CustomerId;

/// What is recorded about people.
interface ContactBook {
  /// Look people up.
  ///
  /// @param since sends before this may be left out
  /// @return those of whom anything is recorded
  Map<CustomerId, Known> lookUp(Collection<CustomerId> people, String channel, Instant since);
}
