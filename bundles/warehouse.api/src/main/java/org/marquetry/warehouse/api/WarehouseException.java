package org.marquetry.warehouse.api;

/// Thrown when the warehouse cannot answer: the message says what was asked wrongly or which limit
/// was passed.
public final class WarehouseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WarehouseException(String message) {
    super(message);
  }

  public WarehouseException(String message, Throwable cause) {
    super(message, cause);
  }
}
