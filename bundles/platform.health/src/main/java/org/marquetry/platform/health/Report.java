package org.marquetry.platform.health;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.marquetry.platform.api.health.Health;

/// All findings of one look.
///
/// @param started whether every bundle had its turn to start
/// @param findings by name
record Report(boolean started, Map<String, Finding> findings) {
  /// Whether requests can be served: the suite has started and nothing of the frame is broken.
  boolean ready() {
    return started
        && status() != Health.Status.CRITICAL
        && status() != Health.Status.TEMPORARILY_UNAVAILABLE;
  }

  /// The worst that counts.
  Health.Status status() {
    if (!started) return Health.Status.TEMPORARILY_UNAVAILABLE;
    Collection<Finding> all = findings.values();
    return all.stream()
        .map(Finding::counted)
        .max(Comparator.naturalOrder())
        .orElse(Health.Status.OK);
  }

  /// As JSON has it: the status that counts first, then each check.
  Map<String, Object> page() {
    Map<String, Object> each = new LinkedHashMap<>();
    findings.forEach((name, finding) -> {
      Map<String, Object> check = new LinkedHashMap<>();
      check.put("status", finding.health().status().name());
      check.put("message", finding.health().message());
      check.put("required", finding.frame());
      each.put(name, check);
    });
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("status", status().name());
    page.put("checks", each);
    return page;
  }
}
