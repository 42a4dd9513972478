package org.marquetry.kit;

/// What the compiler or bnd complains about, a line each, for the person who wrote it.
final class BuildFailed extends Exception {
  private static final long serialVersionUID = 1L;

  BuildFailed(String complaints) {
    super(complaints);
  }
}
