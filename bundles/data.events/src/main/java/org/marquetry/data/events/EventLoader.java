package org.marquetry.data.events;

import java.util.List;
import java.util.Map;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.api.journal.JournalListener;
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
    String cursor = "events/" + partition;
    long next = entries.getLast().offset() + 1;
    loader.load(
        cursor + "/" + entries.getFirst().offset() + "-" + next,
        Map.of(cursor, Long.toString(next)),
        sink -> {
          Told told = new Told();
          for (JournalEntry entry : entries) {
            entry
                .event()
                .ifPresent(event -> {
                  sink.add("events", EventRow.of(entry, event));
                  told.add(event);
                });
          }
          told.writeTo(sink);
        });
  }
}
