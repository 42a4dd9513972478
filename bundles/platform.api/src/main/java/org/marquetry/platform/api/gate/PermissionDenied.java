package org.marquetry.platform.api.gate;

/// Thrown by the gate when the current actor lacks what a method requires; the provider was not
/// entered.
public final class PermissionDenied extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String permission;

  public PermissionDenied(String permission, String message) {
    super(message);
    this.permission = permission;
  }

  /// The permission that was missing.
  public String permission() {
    return permission;
  }
}
