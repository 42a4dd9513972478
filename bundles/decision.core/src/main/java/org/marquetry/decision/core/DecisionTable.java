package org.marquetry.decision.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marquetry.decision.api.Candidate;
import org.marquetry.decision.api.Decision;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.shop.api.Event;
import org.marquetry.warehouse.api.Row;
import org.marquetry.warehouse.api.Warehouse;
import org.marquetry.warehouse.api.WarehouseLoader;

/// The decisions in the warehouse, and how far each partition of the journal is loaded.
final class DecisionTable {
  private static final List<String> COLUMNS =
      List.of(
          "point",
          "policy",
          "policy_version",
          "chosen",
          "candidate_count",
          "candidates",
          "arms",
          "reasons");

  private final Warehouse warehouse;
  private final WarehouseLoader loader;

  DecisionTable(Warehouse warehouse, WarehouseLoader loader) {
    this.warehouse = warehouse;
    this.loader = loader;
  }

  /// The first offset that is not loaded.
  long loaded(int partition) {
    return loader.cursor(cursor(partition)).map(Long::parseLong).orElse(0L);
  }

  /// Load the decisions among the entries, with the cursor, in one transaction.
  void load(int partition, List<JournalEntry> entries) {
    long next = entries.getLast().offset() + 1;
    loader.load(
        cursor(partition) + "/" + entries.getFirst().offset() + "-" + next,
        Map.of(cursor(partition), Long.toString(next)),
        sink ->
            entries.stream()
                .flatMap(e -> e.event().stream())
                .filter(e -> e.type().equals(DecisionCodec.TYPE))
                .forEach(e -> sink.add("decisions", row(e))));
  }

  List<Decision> about(String person, int limit) {
    return warehouse.query(
        "SELECT decision_id, customer_id, decided_at, point, policy, policy_version, chosen,"
            + " CAST(candidate_count AS VARCHAR) AS candidate_count, candidates, arms, reasons FROM"
            + " v1.decisions WHERE customer_id = ? ORDER BY decided_at DESC, decision_id LIMIT ?",
        List.of(person, limit),
        DecisionTable::decision);
  }

  private static Map<String, @Nullable Object> row(Event event) {
    Decision d = DecisionCodec.decode(event);
    Map<String, @Nullable Object> row = new HashMap<>(event.properties());
    row.put("candidate_count", d.candidateCount());
    row.put("decision_id", event.id());
    row.put("decided_at", event.occurredAt());
    row.put("customer_id", d.person());
    row.put("probability", probability(d));
    return row;
  }

  /// Of the chosen one; of several, that of the first.
  private static @Nullable Double probability(Decision d) {
    return d.candidates().stream()
        .filter(c -> !d.chosen().isEmpty() && c.id().equals(d.chosen().getFirst()))
        .map(Candidate::probability)
        .findFirst()
        .orElse(null);
  }

  private static Decision decision(Row row) {
    Map<String, String> fields = new HashMap<>();
    for (String column : new ArrayList<>(COLUMNS)) {
      row.optString(column).ifPresent(v -> fields.put(column, v));
    }
    Instant at = row.instant("decided_at");
    return DecisionCodec.decode(row.string("decision_id"), row.string("customer_id"), at, fields);
  }

  private static String cursor(int partition) {
    return "decisions/" + partition;
  }
}
