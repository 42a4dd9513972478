package org.marquetry.campaign.api;

import org.marquetry.shop.api.Money;

/// What a customer gets. The same for everybody in a campaign: no price follows from an inferred
/// trait.
public sealed interface Benefit {
  /// What it costs the shop when an order is made with it, in minor units.
  ///
  /// @param orderValue of the order before the benefit, in minor units, at least 0
  double cost(double orderValue);

  /// What the customer pays less, in minor units.
  ///
  /// @param orderValue of the order before the benefit, in minor units, at least 0
  double reduction(double orderValue);

  /// Nothing but the message.
  record None() implements Benefit {
    @Override
    public double cost(double orderValue) {
      return 0;
    }

    @Override
    public double reduction(double orderValue) {
      return 0;
    }
  }

  /// A share of the order's value.
  ///
  /// @param share in (0, 1), for example 0.1
  record Percent(double share) implements Benefit {
    public Percent {
      if (!(share > 0 && share < 1)) {
        throw new IllegalArgumentException("share must be in (0, 1), got " + share);
      }
    }

    @Override
    public double cost(double orderValue) {
      return share * orderValue;
    }

    @Override
    public double reduction(double orderValue) {
      return share * orderValue;
    }
  }

  /// An amount off the order, at most what it costs.
  ///
  /// @param off > 0
  record Amount(Money off) implements Benefit {
    public Amount {
      positive("off", off);
    }

    @Override
    public double cost(double orderValue) {
      return Math.min((double) off.minor(), orderValue);
    }

    @Override
    public double reduction(double orderValue) {
      return cost(orderValue);
    }
  }

  /// Something added to the order.
  ///
  /// @param what as the customer reads it, 1 to 100 characters
  /// @param each what one costs the shop, > 0
  record Gift(String what, Money each) implements Benefit {
    public Gift {
      if (what.isBlank() || what.length() > 100) {
        throw new IllegalArgumentException(
            "a gift must be named with 1 to 100 characters, got " + what.length());
      }
      positive("each", each);
    }

    @Override
    public double cost(double orderValue) {
      return each.minor();
    }

    @Override
    public double reduction(double orderValue) {
      return 0;
    }
  }

  /// Delivery without a charge.
  ///
  /// @param each what the delivery of one order costs the shop, > 0
  record FreeDelivery(Money each) implements Benefit {
    public FreeDelivery {
      positive("each", each);
    }

    @Override
    public double cost(double orderValue) {
      return each.minor();
    }

    @Override
    public double reduction(double orderValue) {
      return 0;
    }
  }

  private static void positive(String name, Money money) {
    if (money.minor() <= 0) {
      throw new IllegalArgumentException(name + " must be > 0, got " + money);
    }
  }
}
