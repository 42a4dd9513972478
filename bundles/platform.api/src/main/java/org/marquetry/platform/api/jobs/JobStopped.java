package org.marquetry.platform.api.jobs;

/// Say that a job stopped early because it was asked to.
public final class JobStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Make it.
  public JobStopped() {
    super("the job was asked to stop");
  }
}
