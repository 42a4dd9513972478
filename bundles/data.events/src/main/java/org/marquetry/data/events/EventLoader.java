package org.marquetry.data.events;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.api.journal.JournalListener;
import org.marquetry.warehouse.api.BatchSink;
import org.marquetry.warehouse.api.WarehouseLoader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Follows the journal and brings every event into the warehouse, whole, with partition and offset;
/// what events tell about products and customers goes to these.
///
/// What comes again after a crash is known by its event id and left as it is.
@Provider("events")
@Component
public final class EventLoader implements JournalListener {
  private final WarehouseLoader loader;

  @Activate
  public EventLoader(@Reference WarehouseLoader loader) {
    this.loader = loader;
  }

  @Override
  public String name() {
    return "data.events";
  }

  @Override
  public void accept(int partition, List<JournalEntry> entries) {
    acceptAll(Map.of(partition, entries));
  }

  /// One batch costs the warehouse much the same, however few its rows.
  @Override
  public int most() {
    return 20_000;
  }

  @Override
  public void acceptAll(Map<Integer, List<JournalEntry>> entries) {
    Map<String, String> cursors = new TreeMap<>();
    StringBuilder ranges = new StringBuilder();
    new TreeMap<>(entries)
        .forEach((partition, some) -> {
          long next = some.getLast().offset() + 1;
          cursors.put("events/" + partition, Long.toString(next));
          ranges.append(partition).append('/').append(some.getFirst().offset());
          ranges.append('-').append(next).append(' ');
        });
    loader.load(batchId(ranges.toString()), cursors, sink -> write(entries, sink));
  }

  /// The same for the same ranges.
  private static String batchId(String ranges) {
    return "events/" + UUID.nameUUIDFromBytes(ranges.getBytes(StandardCharsets.US_ASCII));
  }

  private static void write(Map<Integer, List<JournalEntry>> entries, BatchSink sink) {
    Told told = new Told();
    for (List<JournalEntry> some : entries.values()) {
      for (JournalEntry entry : some) {
        entry
            .event()
            .ifPresent(event -> {
              sink.add("events", EventRow.of(entry, event));
              told.add(event);
            });
      }
    }
    told.writeTo(sink);
  }
}
