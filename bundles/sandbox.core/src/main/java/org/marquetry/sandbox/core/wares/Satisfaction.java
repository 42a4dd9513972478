package org.marquetry.sandbox.core.wares;

import java.util.EnumMap;
import java.util.Map;

/// How content a customer truly is with one purchase.
///
/// @param overall in [-1, 1]
/// @param aspects in [-1, 1]; what is left out was not noticed
/// @param lateDelivery whether it came late, broken or not at all: the words will say so
public record Satisfaction(double overall, Map<Aspect, Double> aspects, boolean lateDelivery) {
  public Satisfaction {
    if (!(overall >= -1 && overall <= 1)) {
      throw new IllegalArgumentException("overall must be in [-1, 1], got " + overall);
    }
    EnumMap<Aspect, Double> copy = new EnumMap<>(Aspect.class);
    copy.putAll(aspects);
    aspects = java.util.Collections.unmodifiableMap(copy);
  }
}
