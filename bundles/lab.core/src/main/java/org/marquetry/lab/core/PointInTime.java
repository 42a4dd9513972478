package org.marquetry.lab.core;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.marquetry.lab.spi.Column;
import org.marquetry.lab.spi.LabInputException;

/// The value of `--split-time`: where the past ends, for all rows the same.
///
/// One point for all keeps what a model learns before what it is asked; a cut of each user's own
/// lets it learn from others what was in the future of some. Source: Ji, Sun, Zhang, Li, A Critical
/// Study on Data Leakage in Recommender System Offline Evaluation, TOIS 2023.
final class PointInTime {
  /// Numbers from here on are milliseconds: as seconds they would be after the year 5000.
  private static final double LEAST_MILLIS = 1e11;

  private PointInTime() {}

  /// Read it.
  ///
  /// @param text a share of the rows in (0, 1); a day as `1998-03-01`, whose begin in UTC is meant,
  ///   where times are seconds or milliseconds since 1970; or a number as in the column
  /// @return rows at or after it are measured on
  static double of(String text, Column time) {
    if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return day(text, time);
    }
    try {
      double number = Double.parseDouble(text);
      if (number > 0 && number < 1) {
        return share(number, time);
      }
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, with what is meant
    }
    throw new LabInputException(
        "--split-time must be a share of the rows like 0.8, a day like 1998-03-01, or a number as in"
            + " the column 'time', got '"
            + text
            + "'");
  }

  private static double day(String text, Column time) {
    long seconds;
    try {
      seconds = LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    } catch (DateTimeException e) {
      throw new LabInputException("--split-time: there is no day " + text, e);
    }
    double latest = Arrays.stream(sorted(time)).reduce(0, Math::max);
    return latest < LEAST_MILLIS ? seconds : seconds * 1000.0;
  }

  /// Rows of one time are never parted: where they straddle the share, all are measured on.
  private static double share(double share, Column time) {
    double[] sorted = sorted(time);
    return sorted[Math.min(sorted.length - 1, (int) Math.round(share * sorted.length))];
  }

  private static double[] sorted(Column time) {
    double[] times = new double[time.size()];
    for (int row = 0; row < times.length; row++) {
      times[row] = time.number(row);
    }
    Arrays.sort(times);
    return times;
  }
}
