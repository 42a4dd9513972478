package org.marquetry.platform.api.journal;

import java.util.List;
import java.util.Map;
import org.marquetry.platform.api.gate.Power;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.gate.Whiteboard;
import org.osgi.annotation.versioning.ConsumerType;

/// Follow the journal. Register it as a service; the journal calls it from one thread at a time.
///
/// At least once: after a crash or a failed call the same entries come again, so a listener is
/// idempotent by event id or by partition and offset. A call that throws is repeated after a while;
/// the cursor stays.
@ConsumerType
@Whiteboard
@Power(Power.PROFILES_READ)
public interface JournalListener {
  /// Name of the durable cursor: letters, digits, dots and hyphens; at most 64. A new version of a
  /// listener keeps the name.
  @Requires(Requires.ANY_ACTOR)
  String name();

  /// Take entries of one partition, in order, never empty.
  @Requires("journal.read")
  void accept(int partition, List<JournalEntry> entries);

  /// Take entries of several partitions at once, by partition, each as in [#accept]. Made for
  /// listeners for which a call is dear, however little it brings: unless as many wait as [#most]
  /// says, the next call comes no sooner than after the time that this one took (a second at most).
  /// When it throws, all of them come again.
  @Requires("journal.read")
  default void acceptAll(Map<Integer, List<JournalEntry>> entries) {
    entries.forEach(this::accept);
  }

  /// About how many entries [#acceptAll] takes at most, 1 to 100,000.
  @Requires(Requires.ANY_ACTOR)
  default int most() {
    return 2_000;
  }
}
