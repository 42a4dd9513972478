package org.marquetry.platform.api.projection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.marquetry.platform.api.journal.JournalEntry;
import org.osgi.annotation.versioning.ConsumerType;

/// A fold of the journal, one state per partition. All calls for one partition come one after the
/// other; calls for a rebuild come beside those for the live state.
///
/// Pure: the state depends on the entries and their order only, not on how they are cut into
/// batches, on time, or on anything else.
///
/// @param <S> the state of one partition
@ConsumerType
public interface Projection<S> {
  /// Name of the projection: letters, digits, dots and hyphens; at most 64. It stays over versions.
  String name();

  /// Version of what [#write] writes and of how [#fold] counts, from 1. Raise it when either
  /// changes: snapshots of other versions are not read.
  int formatVersion();

  /// The state before the first entry.
  S empty(int partition);

  /// Add entries to a state. When it throws, the state is given up and loaded again from a
  /// snapshot. An erased entry (without event) is there so that offsets are whole; pass over it.
  ///
  /// @param state what this method or [#read] or [#empty] gave; may be changed in place when those
  ///   who read the published state can bear it
  /// @param entries in order, never empty
  /// @return the state after them
  S fold(S state, List<JournalEntry> entries);

  /// Write a state so that equal states give equal bytes (sort what has no order).
  void write(S state, OutputStream out) throws IOException;

  /// Read what [#write] wrote.
  S read(int partition, InputStream in) throws IOException;

  /// Take a state as the one that answers from now on. Called once when it is caught up, then after
  /// each batch; cheap.
  ///
  /// @param next the first offset that is not in it
  void publish(int partition, S state, long next);
}
