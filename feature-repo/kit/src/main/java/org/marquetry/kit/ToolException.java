package org.marquetry.kit;

/// Ends a command with a message for the person who gave it: what, where, what to do.
final class ToolException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private ToolException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  static ToolException usage(String message) {
    return new ToolException(2, message);
  }

  static ToolException failure(String message) {
    return new ToolException(1, message);
  }

  int exitCode() {
    return exitCode;
  }
}
