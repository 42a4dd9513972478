package org.marquetry.insight.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The shop's figures as of one moment.
///
/// @param dataUpTo when the latest event by a customer happened that is there; empty in a shop
///   without any
/// @param currency of the net revenue; empty when neither the settings nor any order says
/// @param otherCurrencies order lines of the last 8 weeks that do not count because they are in
///   another currency
/// @param figures one of each [Figure], in that order
public record Board(
    Optional<Instant> dataUpTo,
    Optional<String> currency,
    long otherCurrencies,
    List<FigureNow> figures) {
  public Board {
    figures = List.copyOf(figures);
  }
}
