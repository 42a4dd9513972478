package org.marquetry.autopilot.core;

import java.util.Locale;

/// The six steps of the loop, in its order.
enum StepName {
  DATA,
  PROFILE,
  PLACEMENT,
  CONTENT,
  STRATEGY,
  MEASUREMENT;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
