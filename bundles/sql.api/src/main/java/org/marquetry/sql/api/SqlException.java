package org.marquetry.sql.api;

/// Thrown when the operational store cannot do what was asked; the message says what, where and
/// what to do.
public class SqlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SqlException(String message) {
    super(message);
  }

  public SqlException(String message, Throwable cause) {
    super(message, cause);
  }
}
