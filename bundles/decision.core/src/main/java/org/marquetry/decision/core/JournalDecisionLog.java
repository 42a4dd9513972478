package org.marquetry.decision.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.decision.api.Decision;
import org.marquetry.decision.api.DecisionLog;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.shop.api.DecisionId;
import org.marquetry.shop.api.Event;
import org.marquetry.warehouse.api.Warehouse;
import org.marquetry.warehouse.api.WarehouseLoader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Appends decisions to the journal, and finds them in the warehouse and at the journal's end.
@Provider("core")
@Component
public final class JournalDecisionLog implements DecisionLog {
  private static final int PAGE = 10_000;

  private final Journal journal;
  private final DecisionTable table;

  @Activate
  public JournalDecisionLog(
      @Reference Journal journal,
      @Reference Warehouse warehouse,
      @Reference WarehouseLoader loader) {
    this.journal = journal;
    this.table = new DecisionTable(warehouse, loader);
  }

  @Override
  public void append(List<Decision> decisions) {
    List<Event> events = decisions.stream().map(DecisionCodec::encode).toList();
    for (int from = 0; from < events.size(); from += Journal.MAX_BATCH) {
      journal.append(events.subList(from, Math.min(from + Journal.MAX_BATCH, events.size())));
    }
  }

  @Override
  public List<Decision> about(String person, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be >= 1, got " + limit);
    }
    Map<DecisionId, Decision> found = new LinkedHashMap<>();
    for (int partition = 0; partition < journal.partitions(); partition++) {
      notLoaded(partition, person).forEach(d -> found.put(d.id(), d));
    }
    table.about(person, limit).forEach(d -> found.putIfAbsent(d.id(), d));
    return found.values().stream()
        .sorted(Comparator.comparing(Decision::decidedAt).reversed().thenComparing(Decision::id))
        .limit(limit)
        .toList();
  }

  private List<Decision> notLoaded(int partition, String person) {
    List<Decision> decisions = new ArrayList<>();
    long from = table.loaded(partition);
    List<JournalEntry> page = journal.replay(partition, from, PAGE);
    while (!page.isEmpty()) {
      page.stream()
          .flatMap(e -> e.event().stream())
          .filter(e -> isAbout(e, person))
          .map(DecisionCodec::decode)
          .forEach(decisions::add);
      page = journal.replay(partition, page.getLast().offset() + 1, PAGE);
    }
    return decisions;
  }

  private static boolean isAbout(Event event, String person) {
    return event.type().equals(DecisionCodec.TYPE)
        && event.customer().filter(c -> c.value().equals(person)).isPresent();
  }
}
