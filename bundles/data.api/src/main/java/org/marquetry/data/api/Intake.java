package org.marquetry.data.api;

import java.nio.file.Path;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.progress.Progress;
import org.osgi.annotation.versioning.ProviderType;

/// Read a shop's files into the warehouse.
@ProviderType
@Requires("data.import")
public interface Intake {
  /// Read a folder, or one file, and load what is understood in one transaction.
  ///
  /// Files are `.csv .txt .json .jsonl .parquet`, each also `.gz`; a text file may have any name.
  /// Role and columns are guessed from the contents; `mapping.json` in the folder overrules.
  /// Reading the same files again loads nothing twice.
  ///
  /// @param folder a folder (subfolders count, hidden files do not), or one file
  /// @return what was loaded, what was left out, and why
  /// @throws IntakeFailed if nothing usable was found or the load failed; then nothing is loaded
  /// @throws java.util.concurrent.CancellationException if `progress` is cancelled; then nothing is
  ///   loaded
  IntakeReport read(Path folder, IntakeOptions options, Progress progress);
}
