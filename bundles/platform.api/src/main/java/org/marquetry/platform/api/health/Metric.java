package org.marquetry.platform.api.health;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Hold one figure.
///
/// @param name as Prometheus has it: letters, digits and `_`, a unit at the end (`_seconds`,
///   `_bytes`), `_total` for a counter
/// @param help one sentence, the same for every figure of this name
/// @param kind whether it only grows
/// @param labels what tells figures of one name apart; no personal data
public record Metric(
    String name, String help, Kind kind, Map<String, String> labels, double value) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  /// Kinds of figures.
  public enum Kind {
    /// Only grows, until a restart.
    COUNTER,
    /// Goes up and down.
    GAUGE
  }

  public Metric {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("name must be of a-z, 0-9 and _, got " + name);
    }
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
  }
}
