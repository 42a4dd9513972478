package org.marquetry.autopilot.core;

import java.util.Optional;
import org.marquetry.shop.api.Interval;

/// One number of the report.
///
/// @param key stable name for machines, for example `customers`
/// @param label for people
/// @param value the number
/// @param interval its uncertainty, where it has one
/// @param unit ISO currency code, `%` (value in percent), or empty
record Figure(String key, Text label, double value, Optional<Interval> interval, String unit) {
  static Figure of(String key, Text label, double value, String unit) {
    return new Figure(key, label, value, Optional.empty(), unit);
  }

  /// A count; exact up to 2^53.
  static Figure count(String key, Text label, long value) {
    return of(key, label, (double) value, "");
  }

  static Figure of(String key, Text label, Interval interval, String unit) {
    return new Figure(key, label, interval.estimate(), Optional.of(interval), unit);
  }
}
