package org.marquetry.data.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.marquetry.data.api.ImportCounts;
import org.marquetry.data.api.ImportMapping;
import org.marquetry.data.api.ImportProposal;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.shop.api.Rejected;
import org.marquetry.warehouse.api.BatchLoader;

/// An import without the suite around it, for benchmarks and fault tests.
public final class FileImport {
  private FileImport() {}

  /// Understand a file and load it, as the job of an import does.
  ///
  /// @param folder for the error file
  /// @throws IllegalArgumentException if nothing can be made of the file
  public static ImportCounts run(
      BatchLoader loader, Path file, Path folder, String batch, InstantSource clock)
      throws IOException {
    SourceFile source = new SourceFile(file, String.valueOf(file.getFileName()));
    var around = new SingleImport.Surroundings(Optional.empty(), ZoneOffset.UTC, clock.instant());
    ImportMapping guess = ImportMapping.guessAll();
    try {
      ImportProposal proposal;
      try (Staging staging = new Staging(loader)) {
        proposal = new SingleImport(staging, source, guess, around).inspect("");
      }
      ImportMapping mapping = SingleImport.settled(guess, proposal);
      try (Staging staging = new Staging(loader)) {
        return new SingleImport(staging, source, mapping, around)
            .run(Optional.of(batch), folder, Progress.NONE)
            .counts();
      }
    } catch (BadFile e) {
      throw new Rejected(e.problem(source.name()).words(), e);
    }
  }
}
