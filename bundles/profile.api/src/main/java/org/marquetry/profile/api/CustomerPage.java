package org.marquetry.profile.api;

/// Which customers to show, and in which order.
///
/// @param search part of an id, name or e-mail address, in any case; empty for all
/// @param by the order; customers for whom it is not known come last, equal ones by id
/// @param offset how many to leave out, at least 0
/// @param limit 1 to [LiveProfiles#MAX_PAGE]
public record CustomerPage(String search, By by, boolean descending, int offset, int limit) {
  /// What customers are ordered by.
  public enum By {
    ID,
    NET_REVENUE,
    ORDERS,
    FIRST_ORDER,
    LAST_ORDER,
    LAST_ACTIVITY
  }

  public CustomerPage {
    if (offset < 0) {
      throw new IllegalArgumentException("offset must be >= 0, got " + offset);
    }
    if (limit < 1 || limit > LiveProfiles.MAX_PAGE) {
      throw new IllegalArgumentException(
          "limit must be 1.." + LiveProfiles.MAX_PAGE + ", got " + limit);
    }
  }
}
