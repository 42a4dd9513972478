package org.marquetry.platform.api.gate;

/// Thrown by the gate when a call took longer than its [TimeLimit].
public final class TimeLimitExceeded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TimeLimitExceeded(String message) {
    super(message);
  }
}
