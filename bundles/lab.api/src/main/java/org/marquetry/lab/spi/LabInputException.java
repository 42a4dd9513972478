package org.marquetry.lab.spi;

/// Thrown when a file or an option is not what a task needs. The message says what, where and what
/// to do; the user sees it and exit code 2.
public final class LabInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LabInputException(String message) {
    super(message);
  }

  public LabInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
