package org.marquetry.campaign.api;

import java.time.LocalTime;

/// When nobody is written to, by the person's own clock: from the first time until just before the
/// second, over midnight when the second is the earlier one.
public record QuietHours(LocalTime from, LocalTime until) {
  public QuietHours {
    if (from.equals(until)) {
      throw new IllegalArgumentException("quiet hours must not begin and end at " + from);
    }
  }
}
