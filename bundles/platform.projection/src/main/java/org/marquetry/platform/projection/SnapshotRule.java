package org.marquetry.platform.projection;

import java.time.Duration;

/// Say when a snapshot is due.
///
/// @param entries after so many entries, at least 1
/// @param time or after so long when anything changed
record SnapshotRule(long entries, Duration time) {
  static final SnapshotRule DEFAULT = new SnapshotRule(200_000, Duration.ofSeconds(60));

  SnapshotRule {
    if (entries < 1) {
      throw new IllegalArgumentException("entries must be >= 1, got " + entries);
    }
  }
}
