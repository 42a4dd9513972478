package org.marquetry.data.retention;

import java.util.List;
import java.util.OptionalInt;
import org.marquetry.data.api.Retention.Change;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.marquetry.sql.api.Row;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// How long what is kept, in the operational store.
@Component(service = KeptTable.class)
public final class KeptTable {
  private final Database database;

  @Activate
  public KeptTable(@Reference Databases databases) {
    database =
        Actor.SYSTEM.call(() -> databases.open(KeptTable.class, List.of("0001-retention.sql")));
  }

  void add(Change change) {
    Integer days = change.days().isPresent() ? change.days().getAsInt() : null;
    database.transaction(s ->
        s.update(
            "INSERT INTO kept (kind, days_kept, set_by, set_at) VALUES (?, ?, ?, ?)",
            change.kind(),
            days,
            change.by(),
            change.at()));
  }

  /// Newest first.
  List<Change> history(String kind) {
    return database.transaction(s ->
        s.query("SELECT * FROM kept WHERE kind = ? ORDER BY number DESC", KeptTable::change, kind));
  }

  /// What counts now.
  OptionalInt days(String kind) {
    List<Change> history = history(kind);
    return history.isEmpty()
        ? Kinds.usual(kind)
            .orElseThrow(() -> new IllegalArgumentException("there is no kind " + kind))
        : history.getFirst().days();
  }

  private static Change change(Row r) {
    OptionalInt days =
        r.isNull("days_kept") ? OptionalInt.empty() : OptionalInt.of(r.intValue("days_kept"));
    return new Change(r.string("kind"), days, r.string("set_by"), r.instant("set_at"));
  }
}
