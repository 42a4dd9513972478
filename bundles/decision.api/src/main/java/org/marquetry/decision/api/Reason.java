package org.marquetry.decision.api;

import java.util.Map;
import java.util.TreeMap;

/// Why: a code with typed facts, never a finished text (texts are made in the reader's language).
///
/// @param code stable code, for example `policy.no-consent`
/// @param facts the values behind it, by name
public record Reason(String code, Map<String, String> facts) {
  public Reason {
    if (code.isBlank()) {
      throw new IllegalArgumentException("reason code must not be blank");
    }
    facts = java.util.Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  public static Reason of(String code) {
    return new Reason(code, Map.of());
  }
}
