package org.marquetry.sandbox.core.wares;

/// What people judge a purchase by.
public enum Aspect {
  /// Size and comfort; for what has no size, whether it does its job. Of food: the portion.
  FIT,
  /// How well it is made; of food, the taste.
  QUALITY,
  /// Whether it looks as in the picture.
  COLOUR,
  DELIVERY,
  PRICE,
  SERVICE
}
