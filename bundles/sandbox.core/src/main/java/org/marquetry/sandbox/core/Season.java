package org.marquetry.sandbox.core;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/// How busy the shop is on a day and at an hour. Days count from the first day of the past.
///
/// @param first the first day
record Season(LocalDate first, ZoneId zone) {
  private static final double[] WEEK = {0.92, 0.88, 0.9, 0.94, 0.98, 1.2, 1.18};
  private static final double[] HOURS =
      cumulated(
          1.2, .6, .3, .2, .2, .4, 1, 2, 3.2, 4, 4.6, 5, 5.6, 5, 4.4, 4.2, 4.2, 4.4, 5, 6.4, 8, 8.6,
          6.8, 3.4);
  private static final double SINGLES_DAY = 4.5;
  private static final double BLACK_FRIDAY = 3.6;

  private static double[] cumulated(double... weights) {
    for (int i = 1; i < weights.length; i++) {
      weights[i] += weights[i - 1];
    }
    return weights;
  }

  LocalDate date(int day) {
    return first.plusDays(day);
  }

  int day(Instant at) {
    return (int) (LocalDate.ofInstant(at, zone).toEpochDay() - first.toEpochDay());
  }

  Instant start(int day) {
    return date(day).atStartOfDay(zone).toInstant();
  }

  /// 1 = an average day.
  double busy(int day) {
    LocalDate date = date(day);
    double year = 1 + 0.13 * Math.cos((date.getDayOfYear() - 345) / 365.0 * 2 * Math.PI);
    return WEEK[date.getDayOfWeek().getValue() - 1] * year * sale(date);
  }

  private static double sale(LocalDate date) {
    if (isSinglesDay(date)) {
      return SINGLES_DAY;
    }
    if (isBlackFriday(date)) {
      return BLACK_FRIDAY;
    }
    return isSinglesDay(date.plusDays(1)) || isBlackFriday(date.minusDays(3)) ? 1.6 : 1;
  }

  private static boolean isSinglesDay(LocalDate date) {
    return date.getMonth() == Month.NOVEMBER && date.getDayOfMonth() == 11;
  }

  private static boolean isBlackFriday(LocalDate date) {
    return date.getMonth() == Month.NOVEMBER
        && date.minusDays(1)
            .equals(
                date.withDayOfMonth(1)
                    .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)));
  }

  /// Share that every price is reduced by on a sale day.
  double saleDiscount(int day) {
    LocalDate date = date(day);
    return isSinglesDay(date) ? 0.2 : isBlackFriday(date) ? 0.15 : 0;
  }

  /// How much a category is wanted at a time of the year.
  ///
  /// @param peak day of the year when it is wanted most
  /// @param swing from 0 (all year the same) to below 1
  double wanted(int day, int peak, double swing) {
    return 1 + swing * Math.cos((date(day).getDayOfYear() - peak) / 365.0 * 2 * Math.PI);
  }

  /// Second of a day at which somebody comes.
  static int second(Dice dice) {
    return dice.pick(HOURS) * 3600 + dice.below(3600);
  }
}
