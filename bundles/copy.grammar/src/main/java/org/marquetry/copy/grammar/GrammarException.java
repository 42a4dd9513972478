package org.marquetry.copy.grammar;

/// Thrown when a grammar file is wrong: the message begins with file and line.
final class GrammarException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GrammarException(String file, int line, String message) {
    super(file + ":" + line + ": " + message);
  }
}
