package org.marquetry.decision.core;

import java.util.List;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.api.journal.JournalListener;
import org.marquetry.warehouse.api.Warehouse;
import org.marquetry.warehouse.api.WarehouseLoader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Follows the journal and brings decisions into the warehouse.
@Provider("decisions")
@Component
public final class DecisionLoader implements JournalListener {
  /// The cursor is moved on at least this often, also when no decision came by.
  private static final long CURSOR_STEP = 50_000;

  private final DecisionTable table;

  @Activate
  public DecisionLoader(@Reference Warehouse warehouse, @Reference WarehouseLoader loader) {
    this.table = new DecisionTable(warehouse, loader);
  }

  @Override
  public String name() {
    return "decision.core";
  }

  /// Most entries are no decisions.
  @Override
  public int most() {
    return 20_000;
  }

  @Override
  public void accept(int partition, List<JournalEntry> entries) {
    boolean any =
        entries.stream()
            .flatMap(e -> e.event().stream())
            .anyMatch(e -> e.type().equals(DecisionCodec.TYPE));
    if (any || entries.getLast().offset() - table.loaded(partition) >= CURSOR_STEP) {
      table.load(partition, entries);
    }
  }
}
