package org.marquetry.platform.api.gate;

/// Thrown by the gate when no provider answers within the grace: the bundle that served is stopped
/// or gone.
public final class ProviderMissing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ProviderMissing(String message) {
    super(message);
  }
}
