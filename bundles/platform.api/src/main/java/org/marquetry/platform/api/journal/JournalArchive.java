package org.marquetry.platform.api.journal;

import java.util.List;
import org.marquetry.platform.api.gate.Power;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ConsumerType;

/// Keep every event for good: the warehouse. The journal asks it about what it has let go.
@ConsumerType
@Power(Power.PROFILES_READ)
public interface JournalArchive {
  /// Tell whether an event with this id was ever stored. Asked only when the journal's filter of
  /// old ids says "perhaps", about once in a hundred new ids.
  @Requires("journal.read")
  boolean contains(String eventId);

  /// Read entries of one partition in order, from an offset.
  ///
  /// @param below the first offset that the journal still has; nothing from there on is wanted
  @Requires("journal.read")
  List<JournalEntry> read(int partition, long from, long below, int limit);
}
