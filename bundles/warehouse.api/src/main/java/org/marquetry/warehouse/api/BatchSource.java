package org.marquetry.warehouse.api;

/// Write the rows of one batch; called once, in the thread that loads.
@FunctionalInterface
public interface BatchSource {
  void writeTo(BatchSink sink);
}
