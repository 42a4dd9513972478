package org.marquetry.platform.api.journal;

import java.util.Optional;
import org.marquetry.shop.api.Event;

/// Hold one place of the journal.
///
/// @param partition in [0, partitions)
/// @param offset place in the partition, from 0
/// @param event the event; empty when it was erased
public record JournalEntry(int partition, long offset, Optional<Event> event) {
  public JournalEntry {
    if (partition < 0 || offset < 0) {
      throw new IllegalArgumentException(
          "partition and offset must be >= 0, got " + partition + " and " + offset);
    }
  }
}
