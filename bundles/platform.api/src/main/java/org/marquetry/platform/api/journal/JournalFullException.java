package org.marquetry.platform.api.journal;

import org.jspecify.annotations.Nullable;

/// Say that there is no room on the disk. Nothing was stored; appends work again when there is.
public final class JournalFullException extends JournalException {
  private static final long serialVersionUID = 1L;

  public JournalFullException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
