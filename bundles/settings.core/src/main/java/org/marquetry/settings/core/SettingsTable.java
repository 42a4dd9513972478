package org.marquetry.settings.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.settings.api.LogLevels;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.marquetry.sql.api.Row;
import org.marquetry.sql.api.Session;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Settings and log levels in the operational store.
@Component(service = SettingsTable.class)
public final class SettingsTable {
  private static final String NEWEST =
      "SELECT * FROM settings WHERE number IN (SELECT MAX(number) FROM settings GROUP BY component)";

  private final Database database;

  @Activate
  public SettingsTable(@Reference Databases databases) {
    database =
        Actor.SYSTEM.call(() -> databases.open(SettingsTable.class, List.of("0001-settings.sql")));
  }

  /// What counts now, by component.
  Map<String, Version> current() {
    Map<String, Version> all = new TreeMap<>();
    database
        .transaction(s -> s.query(NEWEST, SettingsTable::version))
        .forEach(v -> all.put(v.component(), v));
    return all;
  }

  /// Newest first.
  List<Version> history(String component) {
    return database.transaction(s ->
        s.query(
            "SELECT * FROM settings WHERE component = ? ORDER BY number DESC",
            SettingsTable::version,
            component));
  }

  Version add(String component, Map<String, List<String>> values, Instant at, String by) {
    return database.transaction(s -> {
      s.update(
          "INSERT INTO settings (component, content, changed_at, changed_by) VALUES (?, ?, ?, ?)",
          component,
          Json.line(new TreeMap<>(values)),
          at,
          by);
      return newest(s, component);
    });
  }

  private static Version newest(Session s, String component) {
    return s.one(
            "SELECT * FROM settings WHERE number = (SELECT MAX(number) FROM settings WHERE component = ?)",
            SettingsTable::version,
            component)
        .orElseThrow();
  }

  private static Version version(Row r) {
    Map<String, List<String>> values = new TreeMap<>();
    Json.parse(r.string("content"))
        .asObject()
        .members()
        .forEach((key, list) ->
            values.put(key, list.asArray().values().stream().map(JsonValue::asString).toList()));
    return new Version(
        r.longValue("number"),
        r.string("component"),
        values,
        r.instant("changed_at"),
        r.string("changed_by"));
  }

  List<LogLevels.Set> levels() {
    return database.transaction(
        s -> s.query("SELECT * FROM log_levels ORDER BY bundle", SettingsTable::level));
  }

  private static LogLevels.Set level(Row r) {
    return new LogLevels.Set(
        r.string("bundle"),
        LogLevels.Level.valueOf(r.string("level")),
        r.instant("changed_at"),
        r.string("changed_by"));
  }

  void put(LogLevels.Set level) {
    database.transaction(s -> {
      s.update("DELETE FROM log_levels WHERE bundle = ?", level.bundle());
      return s.update(
          "INSERT INTO log_levels (bundle, level, changed_at, changed_by) VALUES (?, ?, ?, ?)",
          level.bundle(),
          level.level().name(),
          level.at(),
          level.by());
    });
  }

  void removeLevel(String bundle) {
    database.transaction(s -> s.update("DELETE FROM log_levels WHERE bundle = ?", bundle));
  }
}
