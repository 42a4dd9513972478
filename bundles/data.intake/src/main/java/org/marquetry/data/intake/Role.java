package org.marquetry.data.intake;

import java.util.Locale;
import java.util.Optional;

/// What a file can be. The word in `mapping.json` and in the report is the name in lower case with
/// blanks.
enum Role {
  ORDERS,
  PRODUCTS,
  CUSTOMERS,
  EVENTS,
  REVIEWS,
  CAMPAIGNS,
  CAMPAIGN_MEMBERS,
  REDEMPTIONS,
  POSTS,
  CONVERSATIONS,
  OTHER;

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static Optional<Role> of(String word) {
    String name = word.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    for (Role r : values()) {
      if (r.name().equals(name)) {
        return Optional.of(r);
      }
    }
    return Optional.empty();
  }
}
