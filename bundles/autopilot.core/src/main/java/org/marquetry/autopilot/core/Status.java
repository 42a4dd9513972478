package org.marquetry.autopilot.core;

import java.util.Locale;

/// How a step ended.
enum Status {
  /// Did all of its job.
  DONE,
  /// Did what the data allow; its reason says what is missing.
  PARTIAL,
  /// Nothing to do with these data; its reason says why.
  SKIPPED,
  /// Broke; its reason says how. The other steps still ran.
  FAILED;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
