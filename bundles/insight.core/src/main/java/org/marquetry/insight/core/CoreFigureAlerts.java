package org.marquetry.insight.core;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.marquetry.access.api.Audit;
import org.marquetry.insight.api.Figure;
import org.marquetry.insight.api.FigureAlert;
import org.marquetry.insight.api.FigureAlerts;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Row;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Alerts in the operational store.
@Provider("core")
@Component
public final class CoreFigureAlerts implements FigureAlerts {
  private final Database database;
  private final Audit audit;
  private final InstantSource clock;

  @Activate
  public CoreFigureAlerts(
      @Reference InsightStore store, @Reference Audit audit, @Reference InstantSource clock) {
    database = store.database();
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public List<FigureAlert> list() {
    return database
        .transaction(s -> s.query("SELECT * FROM figure_alert", CoreFigureAlerts::alert))
        .stream()
        .sorted(
            Comparator.comparing(FigureAlert::figure)
                .thenComparing(FigureAlert::when)
                .thenComparingLong(alert -> alert.value().orElse(0)))
        .toList();
  }

  private static FigureAlert alert(Row row) {
    return new FigureAlert(
        row.string("id"),
        Figure.valueOf(row.string("figure")),
        FigureAlert.When.valueOf(row.string("rings")),
        row.isNull("at_value") ? OptionalLong.empty() : OptionalLong.of(row.longValue("at_value")),
        row.string("by_actor"),
        row.instant("saved_at"));
  }

  @Override
  public synchronized FigureAlert save(Figure figure, FigureAlert.When when, OptionalLong value) {
    List<FigureAlert> known = list();
    FigureAlert alert =
        new FigureAlert(
            "f-" + UUID.randomUUID().toString().substring(0, 8),
            figure,
            when,
            value,
            Actor.current().name(),
            clock.instant());
    for (FigureAlert other : known) {
      if (other.figure() == figure && other.when() == when && other.value().equals(value)) {
        return other;
      }
    }
    if (known.size() >= MAX_ALERTS) {
      throw new IllegalArgumentException("there are %d alerts, the most".formatted(MAX_ALERTS));
    }
    database.transaction(s ->
        s.update(
            "INSERT INTO figure_alert (id, figure, rings, at_value, by_actor, saved_at)"
                + " VALUES (?, ?, ?, ?, ?, ?)",
            alert.id(),
            figure.name(),
            when.name(),
            value.isPresent() ? value.getAsLong() : null,
            alert.by(),
            alert.at()));
    note("alert.create", alert.id(), figure.name() + " " + when.name());
    return alert;
  }

  @Override
  public void remove(String id) {
    if (database.transaction(s -> s.update("DELETE FROM figure_alert WHERE id = ?", id)) > 0) {
      note("alert.remove", id, "");
    }
  }

  private void note(String action, String id, String about) {
    audit.note(new Audit.Act(action, "alert/" + id, Map.of("about", about)));
  }
}
