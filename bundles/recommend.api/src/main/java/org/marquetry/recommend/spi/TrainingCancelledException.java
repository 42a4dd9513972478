package org.marquetry.recommend.spi;

/// Thrown by a trainer that was asked to stop; nothing was learned.
public final class TrainingCancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TrainingCancelledException(String message) {
    super(message);
  }
}
