package org.marquetry.bench.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.marquetry.platform.journal.FileJournal;
import org.marquetry.shop.api.Event;

/// Our journal: codec, refusal of seen ids, partitions, checksums.
final class JournalStore implements Store {
  private final FileJournal journal;

  JournalStore(Path folder) throws IOException {
    journal = FileJournal.open(folder.resolve("journal"), InstantSource.system());
  }

  @Override
  public void append(Event event) {
    if (!journal.append(event).isNew()) {
      throw new IllegalStateException("the id was refused");
    }
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
