package org.marquetry.platform.jobs;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;

/// A cron expression of five fields, and when it is due in a zone.
final class Cron {
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  /// The 29th of February is at most eight years away; with a day of the week as well, either
  /// counts.
  private static final int YEARS = 9;

  private final CronField minutes;
  private final CronField hours;
  private final CronField days;
  private final CronField months;
  private final CronField weekdays;

  /// @throws IllegalArgumentException naming the field that is wrong, or that it is never due
  Cron(String text) {
    String[] fields = text.strip().split("\\s+", -1);
    if (fields.length != 5) {
      throw new Rejected(
          new Words(
              "时间须有五个字段（分 时 日 月 星期），而不是“" + text + "”",
              "cron must have five fields (minute hour day month weekday), got \"" + text + "\""));
    }
    minutes = new CronField(new Words("分", "minute"), fields[0], 0, 59, List.of());
    hours = new CronField(new Words("时", "hour"), fields[1], 0, 23, List.of());
    days = new CronField(new Words("日", "day of the month"), fields[2], 1, 31, List.of());
    months = new CronField(new Words("月", "month"), fields[3], 1, 12, MONTHS);
    weekdays = new CronField(new Words("星期", "day of the week"), fields[4], 0, 7, DAYS);
    try {
      nextLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
    } catch (IllegalStateException e) {
      throw new Rejected(
          new Words("时间“" + text + "”永远不会到来", "cron \"" + text + "\" is never due"), e);
    }
  }

  /// When it is due next, later than a moment.
  Instant next(Instant after, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    return hours.isEvery() ? nextElapsed(after, rules) : nextOfDay(after, rules);
  }

  /// Each local time once: at the first moment after a gap, at the first of two.
  private Instant nextOfDay(Instant after, ZoneRules rules) {
    LocalDateTime local = LocalDateTime.ofInstant(after, rules.getOffset(after));
    // After the clock was set back, times of the second pass were due in the first.
    LocalDateTime from = local;
    while (true) {
      from = nextLocal(from);
      ZoneOffsetTransition change = rules.getTransition(from);
      Instant due =
          change == null || change.isOverlap()
              ? from.toInstant(rules.getValidOffsets(from).getFirst())
              : change.getInstant();
      if (due.isAfter(after)) {
        return due;
      }
    }
  }

  /// Hour after hour: a gap is passed over, what comes twice is due twice.
  private Instant nextElapsed(Instant after, ZoneRules rules) {
    ZoneOffset offset = rules.getOffset(after);
    LocalDateTime from = LocalDateTime.ofInstant(after, offset);
    while (true) {
      Instant due = nextLocal(from).toInstant(offset);
      if (rules.getOffset(due).equals(offset)) {
        return due;
      }
      Instant change = rules.nextTransition(from.toInstant(offset)).getInstant();
      offset = rules.getOffset(change);
      from = LocalDateTime.ofInstant(change, offset).minusMinutes(1);
    }
  }

  private LocalDateTime nextLocal(LocalDateTime after) {
    LocalDateTime t = after.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    LocalDateTime end = t.plusYears(YEARS);
    while (t.isBefore(end)) {
      if (!months.has(t.getMonthValue())) {
        t = t.toLocalDate().withDayOfMonth(1).plusMonths(1).atStartOfDay();
      } else if (!isDay(t)) {
        t = t.toLocalDate().plusDays(1).atStartOfDay();
      } else if (!hours.has(t.getHour())) {
        t = t.truncatedTo(ChronoUnit.HOURS).plusHours(1);
      } else if (!minutes.has(t.getMinute())) {
        t = t.plusMinutes(1);
      } else {
        return t;
      }
    }
    throw new IllegalStateException("not due within " + YEARS + " years");
  }

  private boolean isDay(LocalDateTime t) {
    boolean day = days.has(t.getDayOfMonth());
    int number = t.getDayOfWeek().getValue(); // Sunday is 7
    boolean weekday = weekdays.has(number) || (number == 7 && weekdays.has(0));
    return (days.isEvery() || weekdays.isEvery()) ? (day && weekday) : (day || weekday);
  }
}
