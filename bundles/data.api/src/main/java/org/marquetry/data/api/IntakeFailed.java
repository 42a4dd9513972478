package org.marquetry.data.api;

import java.util.List;

/// Thrown when a folder gives nothing to load: the message says what, where and what to do.
public final class IntakeFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public IntakeFailed(String message, List<Problem> problems) {
    super(message);
    this.problems = List.copyOf(problems);
  }

  /// One entry for each file that could not be read or used.
  public List<Problem> problems() {
    return problems == null ? List.of() : problems;
  }
}
