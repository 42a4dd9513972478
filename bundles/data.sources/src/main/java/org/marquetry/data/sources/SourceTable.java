package org.marquetry.data.sources;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.marquetry.data.api.Sources.Feed;
import org.marquetry.data.api.Sources.Outcome;
import org.marquetry.data.api.Sources.Place;
import org.marquetry.data.api.Sources.Run;
import org.marquetry.data.api.Sources.Source;
import org.marquetry.data.api.Sources.Trouble;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.marquetry.sql.api.Row;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Sources, their runs and what was taken, in the operational store.
@Component(service = SourceTable.class)
public final class SourceTable {
  private static final int LONGEST_WORDS = 4_000;

  private final Database database;

  @Activate
  public SourceTable(@Reference Databases databases) {
    database =
        Actor.SYSTEM.call(() -> databases.open(SourceTable.class, List.of("0001-sources.sql")));
  }

  List<Source> all() {
    return database.transaction(
        s -> s.query("SELECT * FROM sources ORDER BY name, id", SourceTable::source));
  }

  Optional<Source> find(String id) {
    return all().stream().filter(s -> s.id().equals(id)).findFirst();
  }

  void add(Source source) {
    Feed f = source.feed();
    database.transaction(s ->
        s.update(
            "INSERT INTO sources (id, name, place, found_at, pattern, cron, role, meanings) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            source.id(),
            f.name(),
            f.place().name(),
            f.where(),
            f.pattern(),
            f.cron(),
            f.role().orElse(null),
            lines(f.columns())));
  }

  void put(Source source) {
    Feed f = source.feed();
    database.transaction(s ->
        s.update(
            "UPDATE sources SET name = ?, place = ?, found_at = ?, pattern = ?, cron = ?, role = ?, meanings = ?, removed_at = ? WHERE id = ?",
            f.name(),
            f.place().name(),
            f.where(),
            f.pattern(),
            f.cron(),
            f.role().orElse(null),
            lines(f.columns()),
            source.removedAt().orElse(null),
            source.id()));
  }

  /// The columns that the feed is known to bring; empty before the first file.
  Optional<List<String>> columns(String id) {
    return database
        .transaction(s ->
            s.query(
                "SELECT known_columns FROM sources WHERE id = ?",
                r -> r.optString("known_columns"),
                id))
        .stream()
        .flatMap(Optional::stream)
        .findFirst()
        .map(c -> List.of(c.split("\n", -1)));
  }

  /// @param columns empty: whatever comes next is right
  void know(String id, List<String> columns) {
    String known = columns.isEmpty() ? null : String.join("\n", columns);
    database.transaction(
        s -> s.update("UPDATE sources SET known_columns = ? WHERE id = ?", known, id));
  }

  boolean isTaken(String id, String fingerprint) {
    return !database
        .transaction(s ->
            s.query(
                "SELECT source FROM taken WHERE source = ? AND fingerprint = ?",
                r -> r.string("source"),
                id,
                fingerprint))
        .isEmpty();
  }

  /// A run that took something is kept with what it took, or neither.
  void add(String id, Run run, Optional<String> fingerprint) {
    database.transaction(s -> {
      fingerprint.ifPresent(
          f -> s.update("INSERT INTO taken (source, fingerprint) VALUES (?, ?)", id, f));
      return s.update(
          "INSERT INTO runs (source, run_at, file, outcome, rows_read, import_id, trouble, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          id,
          run.at(),
          run.file(),
          run.outcome().name(),
          run.rows(),
          run.importId().orElse(null),
          run.trouble().map(Trouble::name).orElse(null),
          run.words().substring(0, Math.min(run.words().length(), LONGEST_WORDS)));
    });
  }

  /// Newest first.
  List<Run> runs(String id, int limit) {
    return database.transaction(s ->
        s.query(
            "SELECT * FROM runs WHERE source = ? ORDER BY number DESC LIMIT " + limit,
            SourceTable::run,
            id));
  }

  /// The file that waits for somebody; empty when the last run held none.
  Optional<Run> held(String id) {
    return runs(id, 1).stream().filter(r -> r.outcome() == Outcome.HELD).findFirst();
  }

  private static String lines(Map<String, String> columns) {
    return columns.entrySet().stream()
        .map(e -> e.getKey() + "\t" + e.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static Source source(Row r) {
    Map<String, String> columns = new TreeMap<>();
    Arrays.stream(r.string("meanings").split("\n", -1))
        .map(l -> l.split("\t", -1))
        .filter(p -> p.length == 2)
        .forEach(p -> columns.put(p[0], p[1]));
    return new Source(
        r.string("id"),
        new Feed(
            r.string("name"),
            Place.valueOf(r.string("place")),
            r.string("found_at"),
            r.string("pattern"),
            r.string("cron"),
            r.optString("role"),
            columns),
        r.optInstant("removed_at"));
  }

  private static Run run(Row r) {
    Instant at = r.instant("run_at");
    return new Run(
        at,
        r.string("file"),
        Outcome.valueOf(r.string("outcome")),
        r.longValue("rows_read"),
        r.optString("import_id"),
        r.optString("trouble").map(Trouble::valueOf),
        r.string("words"));
  }
}
