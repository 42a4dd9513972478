package org.marquetry.data.api;

import java.util.List;

/// Thrown when a folder gives nothing to load: the message says what, where and what to do.
public final class IntakeFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;
  private final boolean machine;

  /// The data are at fault.
  public IntakeFailed(String message, List<Problem> problems) {
    super(message);
    this.problems = List.copyOf(problems);
    this.machine = false;
  }

  /// The machine is at fault, for example a full disk; nothing was loaded.
  public IntakeFailed(Problem problem, Throwable cause) {
    super(problem.toString(), cause);
    this.problems = List.of(problem);
    this.machine = true;
  }

  /// Whether the machine and not the data is at fault: the same data may load another time.
  public boolean isOfMachine() {
    return machine;
  }

  /// One entry for each file that could not be read or used.
  public List<Problem> problems() {
    return problems == null ? List.of() : problems;
  }
}
