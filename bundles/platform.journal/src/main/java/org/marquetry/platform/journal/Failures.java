package org.marquetry.platform.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.marquetry.platform.api.journal.JournalException;
import org.marquetry.platform.api.journal.JournalFullException;

/// Put what the disk said into words.
final class Failures {
  private static final long ENOUGH_BYTES = 1 << 20;

  private Failures() {}

  static JournalException of(Path folder, IOException e) {
    if (isFull(folder, e)) {
      return new JournalFullException(
          "the disk of "
              + folder
              + " is full ("
              + e.getMessage()
              + "); nothing was stored. Make room, then send again.",
          e);
    }
    return new JournalException(
        "the journal in "
            + folder
            + " could not be written ("
            + e
            + "); nothing was acknowledged. Check the disk and the folder's rights, then send"
            + " again.",
        e);
  }

  /// The same failure for one more caller.
  static JournalException again(JournalException e) {
    String message = String.valueOf(e.getMessage());
    return e instanceof JournalFullException
        ? new JournalFullException(message, e)
        : new JournalException(message, e);
  }

  /// A failure to read.
  static JournalException reading(Path folder, IOException e) {
    return new JournalException("the journal in " + folder + " could not be read (" + e + ")", e);
  }

  private static boolean isFull(Path folder, IOException e) {
    String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (said.contains("no space") || said.contains("quota") || said.contains("not enough space")) {
      return true;
    }
    try {
      return Files.getFileStore(folder).getUsableSpace() < ENOUGH_BYTES;
    } catch (IOException unknown) {
      e.addSuppressed(unknown);
      return false;
    }
  }
}
