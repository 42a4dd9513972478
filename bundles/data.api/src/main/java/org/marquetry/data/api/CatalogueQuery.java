package org.marquetry.data.api;

import java.util.Optional;

/// Which products to show, and in which order.
///
/// @param search part of an id, title, brand or category, in any case; empty for all
/// @param category only this one
/// @param stock only products with this much of it
/// @param by the order; products for which it is not known come last, equal ones by id
/// @param offset how many to leave out, at least 0
/// @param limit 1 to [Catalogue#MAX_PAGE]
public record CatalogueQuery(
    String search,
    Optional<String> category,
    Optional<Stock> stock,
    By by,
    boolean descending,
    int offset,
    int limit) {
  /// What products are ordered by.
  public enum By {
    TITLE,
    PRICE,
    STOCK,
    /// Units that were bought and kept.
    SOLD,
    /// Mean of the stars.
    RATING
  }

  /// How much is there.
  public enum Stock {
    SOLD_OUT,
    /// 1 to 5.
    FEW,
    /// More than 5.
    ENOUGH,
    UNKNOWN
  }

  /// The most units that count as few.
  public static final int FEW = 5;

  public CatalogueQuery {
    if (offset < 0) {
      throw new IllegalArgumentException("offset must be >= 0, got " + offset);
    }
    if (limit < 1 || limit > Catalogue.MAX_PAGE) {
      throw new IllegalArgumentException(
          "limit must be 1.." + Catalogue.MAX_PAGE + ", got " + limit);
    }
  }
}
