package org.marquetry.data.sources;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.marquetry.data.api.Sources.Feed;
import org.marquetry.data.api.Sources.Outcome;
import org.marquetry.data.api.Sources.Place;
import org.marquetry.data.api.Sources.Run;
import org.marquetry.data.api.Sources.Source;
import org.marquetry.data.api.Sources.Trouble;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.shop.api.Words;
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
        Actor.SYSTEM.call(
            () -> databases.open(SourceTable.class, List.of("0001-sources.sql", "0002-held.sql")));
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

  /// What the columns of the last loaded file were taken for, in its order; empty before the first.
  Map<String, String> columns(String id) {
    return database
        .transaction(s ->
            s.query(
                "SELECT known_columns FROM sources WHERE id = ?",
                r -> r.optString("known_columns"),
                id))
        .stream()
        .flatMap(Optional::stream)
        .findFirst()
        .map(SourceTable::meanings)
        .orElse(Map.of());
  }

  /// @param columns empty: whatever comes next is right
  void know(String id, Map<String, String> columns) {
    String known = columns.isEmpty() ? null : lines(columns);
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
          "INSERT INTO runs (source, run_at, file, outcome, rows_read, import_id, trouble, words, words_zh) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
          id,
          run.at(),
          run.file(),
          run.outcome().name(),
          run.rows(),
          run.importId().orElse(null),
          run.trouble().map(Trouble::name).orElse(null),
          run.words().map(w -> cut(w.en())).orElse(""),
          run.words().map(w -> cut(w.zh())).orElse(""));
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

  private static String cut(String words) {
    return words.substring(0, Math.min(words.length(), LONGEST_WORDS));
  }

  /// The runs whose files wait for somebody, the oldest first.
  List<Run> held(String id) {
    return database.transaction(s ->
        s.query(
            "SELECT * FROM runs WHERE source = ? AND outcome = ? AND settled_at IS NULL ORDER BY number",
            SourceTable::run,
            id,
            Outcome.HELD.name()));
  }

  /// A file waits no longer.
  void settle(String id, String importId, Instant now) {
    database.transaction(s ->
        s.update(
            "UPDATE runs SET settled_at = ? WHERE source = ? AND import_id = ?",
            now,
            id,
            importId));
  }

  private static String lines(Map<String, String> columns) {
    return columns.entrySet().stream()
        .map(e -> e.getKey() + "\t" + e.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, String> meanings(String lines) {
    Map<String, String> columns = new LinkedHashMap<>();
    lines
        .lines()
        .map(l -> l.split("\t", -1))
        .filter(p -> p.length == 2)
        .forEach(p -> columns.put(p[0], p[1]));
    return columns;
  }

  private static Source source(Row r) {
    return new Source(
        r.string("id"),
        new Feed(
            r.string("name"),
            Place.valueOf(r.string("place")),
            r.string("found_at"),
            r.string("pattern"),
            r.string("cron"),
            r.optString("role"),
            meanings(r.string("meanings"))),
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
        r.string("words").isBlank()
            ? Optional.empty()
            : Optional.of(
                new Words(
                    r.string("words_zh").isBlank() ? r.string("words") : r.string("words_zh"),
                    r.string("words"))));
  }
}
