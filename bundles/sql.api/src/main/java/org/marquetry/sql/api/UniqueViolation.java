package org.marquetry.sql.api;

/// Thrown when a row with the same key is there already.
public final class UniqueViolation extends SqlException {
  private static final long serialVersionUID = 1L;

  public UniqueViolation(String message, Throwable cause) {
    super(message, cause);
  }
}
