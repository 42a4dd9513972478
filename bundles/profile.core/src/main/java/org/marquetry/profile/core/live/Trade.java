package org.marquetry.profile.core.live;

import org.jspecify.annotations.Nullable;

/// One event that changed what a customer ordered.
///
/// @param order the order's id
/// @param line from 1; 0 = not said: of `CANCELLED` the whole order, of `RETURNED` the first line
///   of the product
/// @param product null = not said
/// @param at milliseconds since 1970, UTC
/// @param quantity units; NaN = not said
/// @param minor paid, or paid back, in minor units; [#UNKNOWN] = not said
/// @param currency null = not said
public record Trade(
    Kind kind,
    String order,
    int line,
    @Nullable String product,
    long at,
    double quantity,
    long minor,
    @Nullable String currency) {
  public static final long UNKNOWN = Long.MIN_VALUE;

  /// What happened; the names stand in snapshots.
  public enum Kind {
    ORDERED,
    CANCELLED,
    RETURNED
  }

  boolean is(Kind other) {
    return kind == other;
  }

  Trade withLine(int number) {
    return new Trade(kind, order, number, product, at, quantity, minor, currency);
  }
}
