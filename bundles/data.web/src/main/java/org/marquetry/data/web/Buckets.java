package org.marquetry.data.web;

import java.util.LinkedHashMap;
import java.util.Map;

/// Token buckets by name: so much at once, refilled evenly over a minute. The ones used longest ago
/// are forgotten.
final class Buckets {
  private static final int MOST = 50_000;
  private static final double MINUTE = 60_000;

  private record Bucket(double left, long at) {}

  private final int perMinute;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

  Buckets(int perMinute) {
    this.perMinute = perMinute;
  }

  /// @param now milliseconds
  /// @return whether there was that much left; then it is taken
  synchronized boolean take(String name, int amount, long now) {
    Bucket before = buckets.getOrDefault(name, new Bucket(perMinute, now));
    double left =
        Math.min(perMinute, before.left + Math.max(0, now - before.at) / MINUTE * perMinute);
    boolean enough = left >= amount;
    buckets.put(name, new Bucket(enough ? left - amount : left, now));
    if (buckets.size() > MOST) {
      buckets.remove(buckets.keySet().iterator().next());
    }
    return enough;
  }
}
