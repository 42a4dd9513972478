package org.marquetry.warehouse.api;

/// Take one row of a scan; the row is valid only inside the call.
@FunctionalInterface
public interface RowConsumer {
  void accept(Row row);
}
