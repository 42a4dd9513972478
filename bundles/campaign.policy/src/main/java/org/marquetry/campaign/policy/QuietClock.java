package org.marquetry.campaign.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;
import org.marquetry.campaign.api.QuietHours;

/// Finds the end of quiet hours by what a clock on the wall shows, also where it is put forward or
/// back.
final class QuietClock {
  private static final Duration DAY = Duration.ofDays(1);

  private QuietClock() {}

  /// The first moment from this one on that is not quiet.
  static Instant open(QuietHours quiet, Instant at, ZoneId zone) {
    Instant moment = at;
    while (isQuiet(quiet, moment, zone)) {
      LocalTime now = LocalTime.ofInstant(moment, zone);
      Duration rest = Duration.between(now, quiet.until());
      Instant end = moment.plus(rest.isNegative() ? rest.plus(DAY) : rest);
      @Nullable ZoneOffsetTransition change = zone.getRules().nextTransition(moment);
      moment = change == null || change.getInstant().isAfter(end) ? end : change.getInstant();
    }
    return moment;
  }

  private static boolean isQuiet(QuietHours quiet, Instant at, ZoneId zone) {
    LocalTime now = LocalTime.ofInstant(at, zone);
    boolean begun = !now.isBefore(quiet.from());
    boolean over = !now.isBefore(quiet.until());
    return quiet.from().isBefore(quiet.until()) ? begun && !over : begun || !over;
  }
}
