package org.marquetry.autopilot.core;

import java.util.List;
import java.util.Locale;

/// The six steps of the loop, in its order.
enum StepName {
  DATA,
  PROFILE,
  PLACEMENT,
  CONTENT,
  STRATEGY,
  MEASUREMENT;

  /// Place in the loop, from 1.
  int number() {
    return List.of(values()).indexOf(this) + 1;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
