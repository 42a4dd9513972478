package org.marquetry.platform.projection;

import java.util.List;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.api.projection.Projection;

/// The state of one partition on its way through the journal. Belongs to one thread at a time.
///
/// @param <S> the state
final class Folded<S> {
  private static final int BATCH = 5_000;

  private final Projection<S> projection;
  private final int partition;
  private S state;
  private long next;

  Folded(Projection<S> projection, int partition, S state, long next) {
    this.projection = projection;
    this.partition = partition;
    this.state = state;
    this.next = next;
  }

  int partition() {
    return partition;
  }

  S state() {
    return state;
  }

  long next() {
    return next;
  }

  /// Fold at most one batch; false when there was nothing.
  boolean step(Journal journal) {
    List<JournalEntry> entries = journal.replay(partition, next, BATCH);
    if (entries.isEmpty()) {
      return false;
    }
    state = projection.fold(state, entries);
    next = entries.getLast().offset() + 1;
    return true;
  }

  void catchUp(Journal journal, long end) {
    while (next < end) {
      step(journal);
    }
  }

  void publish() {
    projection.publish(partition, state, next);
  }
}
