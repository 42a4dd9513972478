package org.marquetry.data.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Import single files into the running suite: store, inspect, dry run, start, undo.
///
/// An import is one file, one mapping and one batch of the warehouse, loaded as a whole or not at
/// all. A row is known by the key of its role (order and line, customer, product, ...): the same
/// file again is skipped row by row, other values change what is there. Long work is a job: it
/// outlives a restart, and is watched by [#status]. Safe for many threads.
///
/// Methods throw `NoSuchElementException` for an unknown id, and `IllegalStateException` when the
/// import's state does not allow the call.
@ProviderType
public interface Imports {
  /// The largest file: 2 GiB, packed or not.
  long MAX_BYTES = 2L << 30;

  /// The largest part of [#append]: 8 MiB.
  int MAX_PART = 8 << 20;

  /// What a file can be, and which meanings the columns of such a file can have, in words: most
  /// important first.
  @Requires("data.read")
  Map<String, List<String>> roles();

  /// Begin to store a file.
  ///
  /// @param name of the file, as the person knows it; its ending counts for nothing
  /// @return the import's id
  @Requires("data.import")
  String begin(String name);

  /// Store the next part of the file; on disk when this returns.
  ///
  /// @param offset how many bytes came before; a part that is there already is passed over
  /// @param part at most [#MAX_PART] bytes
  /// @return how many bytes are stored now: where to go on
  /// @throws IllegalArgumentException if the part is too long, leaves a gap, or the file becomes
  ///   too large
  @Requires("data.import")
  long append(String id, long offset, byte[] part);

  /// Say that the file is whole.
  @Requires("data.import")
  void stored(String id);

  /// Understand the file from its first rows; cheap enough for each change of a mapping.
  @Requires("data.import")
  ImportProposal inspect(String id, ImportMapping mapping);

  /// Count what an import would do, without loading anything.
  @Requires("data.import")
  void check(String id, ImportMapping mapping);

  /// Import the file.
  @Requires("data.import")
  void start(String id, ImportMapping mapping);

  /// Stop a dry run or an import within 5 s, in the middle of a statement; nothing is loaded then.
  /// To cancel its job does the same.
  ///
  /// @return false when nothing runs
  @Requires("data.import")
  boolean cancel(String id);

  /// See how an import stands; empty when there is none.
  @Requires("data.read")
  Optional<ImportStatus> status(String id);

  /// Imports, newest first.
  ///
  /// @param limit 1 to 200
  @Requires("data.read")
  List<ImportStatus> list(int offset, int limit);

  /// The mapping of the last run; empty before the first.
  @Requires("data.import")
  Optional<ImportMapping> mapping(String id);

  /// Rows that the last run did not load, in the order of the file.
  ///
  /// @param limit 1 to 1,000
  @Requires("data.import")
  QuarantinePage quarantine(String id, int offset, int limit);

  /// Read the error file: CSV in UTF-8 with the columns of the source, and `marquetry_row`,
  /// `marquetry_column`, `marquetry_reason` behind them, which an import passes over. Put right, it
  /// is imported with the same mapping.
  ///
  /// @param limit at most [#MAX_PART]
  /// @return empty at the end
  @Requires("data.import")
  byte[] errorFile(String id, long offset, int limit);

  /// Say what taking an import back would do, and what has used its rows.
  @Requires("data.import")
  UndoPreview undoPreview(String id);

  /// Take an import back: its rows go, changed things get their former values, unless a later
  /// import changed them again. Nobody who was erased meanwhile comes back.
  @Requires("data.import")
  void undo(String id);

  /// Forget a file that was never loaded, or delete the source and quarantine of one that was.
  @Requires("data.import")
  void discard(String id);
}
