package org.marquetry.campaign.api;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The sum that adds up: segment = planned + hold-out + everybody who is left out.
///
/// @param segment how many candidates there were
/// @param parts a number for each [Disposition], zeros included
public record CheckSum(int segment, Map<Disposition, Integer> parts) {
  public CheckSum {
    EnumMap<Disposition, Integer> all = new EnumMap<>(Disposition.class);
    int sum = 0;
    for (Disposition d : Disposition.values()) {
      int n = parts.getOrDefault(d, 0);
      all.put(d, n);
      sum += n;
    }
    if (sum != segment) {
      throw new IllegalArgumentException("parts must add up to " + segment + ", got " + sum);
    }
    parts = Collections.unmodifiableMap(all);
  }

  public int of(Disposition disposition) {
    return parts.getOrDefault(disposition, 0);
  }
}
