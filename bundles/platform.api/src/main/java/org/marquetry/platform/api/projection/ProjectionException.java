package org.marquetry.platform.api.projection;

/// Say that a projection could not be folded; the message names it and the place.
public final class ProjectionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ProjectionException(String message, Throwable cause) {
    super(message, cause);
  }
}
