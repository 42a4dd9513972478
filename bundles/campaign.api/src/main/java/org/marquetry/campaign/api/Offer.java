package org.marquetry.campaign.api;

import org.marquetry.shop.api.Money;

/// What a customer gets. The same for everybody in a campaign: no price follows from an inferred
/// trait.
public sealed interface Offer {
  /// Nothing but the message.
  record None() implements Offer {}

  /// A share of the order's value.
  ///
  /// @param share in (0, 1), for example 0.1
  record Percent(double share) implements Offer {
    public Percent {
      if (!(share > 0 && share < 1)) {
        throw new IllegalArgumentException("share must be in (0, 1), got " + share);
      }
    }
  }

  /// An amount off the order.
  ///
  /// @param off > 0
  record Amount(Money off) implements Offer {
    public Amount {
      if (off.minor() <= 0) {
        throw new IllegalArgumentException("off must be > 0, got " + off);
      }
    }
  }
}
