package org.marquetry.platform.api.journal;

/// Say that another process, or another part of this one, holds the folder.
public final class JournalInUseException extends JournalException {
  private static final long serialVersionUID = 1L;

  public JournalInUseException(String message) {
    super(message, null);
  }
}
