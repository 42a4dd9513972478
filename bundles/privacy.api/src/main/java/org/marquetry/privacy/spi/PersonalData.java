package org.marquetry.privacy.spi;

import java.util.List;
import java.util.function.Consumer;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.gate.Whiteboard;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.privacy.api.Declaration;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.StoredRecord;
import org.osgi.annotation.versioning.ConsumerType;

/// Answer for the personal data of one store. Every bundle that keeps any in files registers one.
///
/// Export and erase agree: after [#erase], [#export] of the same person is empty, and the bytes are
/// gone from the files, not only out of reach.
@ConsumerType
@Whiteboard
public interface PersonalData {
  /// What stands upstream is erased first, so that nothing is made again from it.
  enum Layer {
    /// Facts that other stores are loaded from: the journal.
    FACTS,
    /// A store of its own, perhaps loaded from facts: the warehouse, an outbox.
    STORE,
    /// Made from the others and can be made anew: snapshots, indexes.
    DERIVED
  }

  /// What is kept, where, what for, how long.
  @Requires("privacy.read")
  Declaration declaration();

  /// When this store's turn is.
  @Requires("privacy.read")
  default Layer layer() {
    return Layer.STORE;
  }

  /// Further identifiers of the person that this store knows, also such as others share.
  @Requires("privacy.export")
  default PersonIds related(PersonIds person) {
    return PersonIds.NONE;
  }

  /// Those of the identifiers that this store knows of another person too: a family's mail address,
  /// a shared device. They are left alone.
  @Requires("privacy.export")
  default PersonIds shared(PersonIds person) {
    return PersonIds.NONE;
  }

  /// Everything that is kept about the person.
  @Requires("privacy.export")
  List<StoredRecord> export(PersonIds person);

  /// Every customer and visitor id that is kept, as the pages of one list; asked after a backup was
  /// restored.
  ///
  /// @param pages takes some at a time
  @Requires("privacy.export")
  default void everybody(Consumer<PersonIds> pages) {}

  /// Erase the person: after this and [#compact] no byte of the identifiers or of what was kept
  /// under them stays in the files. Repeated after a crash, and when the last check still found
  /// something: with nothing left to do it changes nothing.
  ///
  /// @return how many records were erased or made anonymous
  /// @throws org.marquetry.platform.api.jobs.JobStopped when it saw [Progress#cancelled]
  @Requires("privacy.erase")
  long erase(Erasure erasure, Progress progress);

  /// Write files anew that may still hold what was erased; called once after [#erase] for all
  /// persons of a run, also when an earlier run was cut off before it.
  @Requires("privacy.erase")
  default void compact(Progress progress) {}
}
