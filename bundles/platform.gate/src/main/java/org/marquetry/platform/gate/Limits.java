package org.marquetry.platform.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Power;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The powers of the bundles of added features, by location. Bundles that are not named have all.
final class Limits {
  /// Framework property: one `LOCATION=POWER,POWER` a line, for the bundles that the suite starts
  /// with.
  static final String PROPERTY = "marquetry.powers";

  private static final Logger log = LoggerFactory.getLogger(Limits.class);

  private final Map<String, Set<String>> powers = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> refused = new ConcurrentHashMap<>();

  /// @param property value of [#PROPERTY]
  static Limits from(@Nullable String property) {
    Limits limits = new Limits();
    if (property == null) {
      return limits;
    }
    for (String line : property.lines().filter(l -> !l.isBlank()).toList()) {
      int at = line.lastIndexOf('=');
      if (at < 1) {
        throw new IllegalArgumentException(
            "a line of the framework property "
                + PROPERTY
                + " must be LOCATION=POWERS, got '"
                + line
                + "'");
      }
      limits.limit(
          line.substring(0, at),
          Arrays.stream(line.substring(at + 1).split(",", -1))
              .filter(p -> !p.isBlank())
              .collect(Collectors.toSet()));
    }
    return limits;
  }

  void limit(String location, Set<String> allowed) {
    refused.remove(location);
    powers.put(location, Set.copyOf(allowed));
  }

  void lift(String location) {
    powers.remove(location);
    refused.remove(location);
  }

  List<String> refused(String location) {
    return List.copyOf(refused.getOrDefault(location, Set.of()));
  }

  Optional<Set<String>> powers(String location) {
    return Optional.ofNullable(powers.get(location));
  }

  boolean isNobodyLimited() {
    return powers.isEmpty();
  }

  boolean isLimited(@Nullable Bundle bundle) {
    return bundle != null && powers.containsKey(bundle.getLocation());
  }

  /// Whether a bundle may have, or offer, services of a type.
  ///
  /// @param power what the type needs; null: nothing
  boolean allow(@Nullable Bundle bundle, String type, @Nullable String power) {
    if (power == null || bundle == null) {
      return true;
    }
    Set<String> allowed = powers.get(bundle.getLocation());
    if (allowed == null || allowed.contains(power)) {
      return true;
    }
    String what = type + " needs the power " + power;
    if (refused
        .computeIfAbsent(bundle.getLocation(), _ -> new ConcurrentSkipListSet<>())
        .add(what)) {
      log.warn("{}: {}, which its feature does not declare", bundle.getSymbolicName(), what);
    }
    return false;
  }

  /// The power that a type needs.
  static @Nullable String of(Class<?> api) {
    Power power = api.getAnnotation(Power.class);
    return power == null ? null : power.value();
  }
}
