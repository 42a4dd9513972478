package org.marquetry.platform.api.journal;

import org.jspecify.annotations.Nullable;

/// Say that the journal cannot do what was asked. The message names the place and what to do.
public class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JournalException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
