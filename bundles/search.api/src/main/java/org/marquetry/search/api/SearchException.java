package org.marquetry.search.api;

/// Thrown when the index cannot be built or read: the message says what, where, and what to do.
public final class SearchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SearchException(String message) {
    super(message);
  }

  public SearchException(String message, Throwable cause) {
    super(message, cause);
  }
}
