package org.marquetry.bench.ingest;

import java.io.IOException;
import org.marquetry.shop.api.Event;

/// Somewhere to store events durably; used by many threads at once.
interface Store extends AutoCloseable {
  /// Return when the event is on disk.
  void append(Event event) throws Exception;

  @Override
  void close() throws IOException;
}
