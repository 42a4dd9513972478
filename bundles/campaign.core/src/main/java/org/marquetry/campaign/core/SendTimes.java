package org.marquetry.campaign.core;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.marquetry.campaign.api.Candidate;
import org.marquetry.decision.api.Reason;

/// When each customer gets the message: at the usual hour of the customer, else of the shop, by
/// daylight.
final class SendTimes {
  private static final int FIRST_HOUR = 8;
  private static final int LAST_HOUR = 20;
  private static final int WITHOUT_DATA = 10;

  private final Instant earliest;
  private final ZoneId zone;
  private final int shopHour;

  /// @param candidates whose most frequent usual hour is the shop's
  SendTimes(Instant earliest, ZoneId zone, List<Candidate> candidates) {
    this.earliest = earliest;
    this.zone = zone;
    int[] counts = new int[24];
    candidates.forEach(c -> c.usualHour().ifPresent(h -> counts[h]++));
    int best = -1;
    for (int h = 0; h < 24; h++) {
      best = counts[h] > (best < 0 ? 0 : counts[best]) ? h : best;
    }
    shopHour = best < 0 ? WITHOUT_DATA : best;
  }

  /// The first such moment that is not before the earliest.
  Instant at(Candidate candidate) {
    int hour = Math.clamp(candidate.usualHour().orElse(shopHour), FIRST_HOUR, LAST_HOUR);
    ZonedDateTime from = earliest.atZone(zone);
    ZonedDateTime at = from.truncatedTo(ChronoUnit.DAYS).withHour(hour);
    return (at.isBefore(from) ? at.plusDays(1) : at).toInstant();
  }

  Reason reason(Candidate candidate) {
    boolean own = candidate.usualHour().isPresent();
    return new Reason(
        own ? "time.usual-hour" : "time.shop-hour",
        Map.of("hour", Integer.toString(candidate.usualHour().orElse(shopHour))));
  }
}
