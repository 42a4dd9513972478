package org.marquetry.launcher;

/// What ends the process with one message for the person who called it: what, where, what to do.
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Exit code of a wrong command line or configuration.
  static final int USAGE = 2;

  /// Exit code when the machine or the home does not allow it.
  static final int FAILURE = 1;

  private final int exitCode;

  private Problem(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  static Problem usage(String message) {
    return new Problem(USAGE, message);
  }

  static Problem failure(String message) {
    return new Problem(FAILURE, message);
  }

  int exitCode() {
    return exitCode;
  }
}
