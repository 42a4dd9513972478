package org.marquetry.platform.health;

import org.marquetry.platform.api.health.Health;

/// What one check found.
///
/// @param name the bundle's name without `org.marquetry.`, or the check's own
/// @param frame whether the suite is ready only when this is
record Finding(String name, Health health, boolean frame) {
  /// Both of one bundle: the worse status, the words of both unless one has nothing to say.
  Finding and(Finding other) {
    Finding worse = other.health.status().compareTo(health.status()) > 0 ? other : this;
    String words =
        health.status() == Health.Status.OK
            ? other.health.message()
            : other.health.status() == Health.Status.OK
                ? health.message()
                : health.message() + " " + other.health.message();
    return new Finding(name, new Health(worse.health.status(), words), frame || other.frame);
  }

  /// The status that counts for the whole: what the suite can do without is at most a warning.
  Health.Status counted() {
    return frame || health.isReady() ? health.status() : Health.Status.WARN;
  }
}
