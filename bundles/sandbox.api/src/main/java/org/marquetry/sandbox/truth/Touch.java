package org.marquetry.sandbox.truth;

/// One message to one customer.
///
/// @param channel `email`, `sms` or `push`
/// @param element how it speaks: `plain`, `personal`, `urgent` or `curious`
/// @param discount share of the price that its offer takes away, in [0, 0.9]
/// @param hour hour of the shop's day at which it is sent, 0 to 23
public record Touch(String channel, String element, double discount, int hour) {
  public Touch {
    if (!(discount >= 0 && discount <= 0.9) || hour < 0 || hour > 23) {
      throw new IllegalArgumentException(
          "discount must be in [0, 0.9] and hour in 0..23, got %s and %d"
              .formatted(discount, hour));
    }
  }
}
