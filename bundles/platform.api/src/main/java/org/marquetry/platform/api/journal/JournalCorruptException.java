package org.marquetry.platform.api.journal;

/// Say that stored bytes are damaged: which file, which place, what to do.
public final class JournalCorruptException extends JournalException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final long position;

  public JournalCorruptException(String file, long position, String reason) {
    super(
        "the journal file "
            + file
            + " is damaged at byte "
            + position
            + ": "
            + reason
            + ". Stop the suite, put this file back from the last backup, and start again;"
            + " what stands before that byte is whole.",
        null);
    this.file = file;
    this.position = position;
  }

  /// The damaged file.
  public String file() {
    return file;
  }

  /// The first byte that is not whole.
  public long position() {
    return position;
  }
}
