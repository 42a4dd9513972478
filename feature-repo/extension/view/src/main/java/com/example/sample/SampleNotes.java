package com.example.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.marquetry.access.api.Audit;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.marquetry.sql.api.Row;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The notes, in tables of this bundle's own schema.
@Component(service = SampleNotes.class, configurationPid = "com.example.sample")
@Designate(ocd = SampleSettings.class)
public final class SampleNotes {
  private static final Logger log = LoggerFactory.getLogger(SampleNotes.class);

  private final Database database;
  private final Audit audit;
  private final InstantSource clock;
  private final Duration kept;

  @Activate
  public SampleNotes(
      @Reference Databases databases,
      @Reference Audit audit,
      @Reference InstantSource clock,
      SampleSettings settings) {
    this.database =
        Actor.SYSTEM.call(() -> databases.open(SampleNotes.class, List.of("0001-notes.sql")));
    this.audit = audit;
    this.clock = clock;
    this.kept = Duration.ofDays(settings.days());
    log.debug("notes are kept for {} days", settings.days());
  }

  /// The newest first.
  List<SampleNote> newest(int limit) {
    return database.transaction(s ->
        s.query(
            "SELECT * FROM notes ORDER BY number DESC LIMIT " + limit, SampleNotes::note));
  }

  List<SampleNote> of(String customer) {
    return database.transaction(s ->
        s.query(
            "SELECT * FROM notes WHERE customer = ? ORDER BY number", SampleNotes::note, customer));
  }

  void add(String customer, String words) {
    SampleNote note = new SampleNote(0, customer.strip(), words.strip(), clock.instant());
    database.transaction(s ->
        s.update(
            "INSERT INTO notes (customer, words, written_at) VALUES (?, ?, ?)",
            note.customer(),
            note.words(),
            note.at()));
    audit.note(new Audit.Act("sample.note", "sample/notes", Map.of())); // ids, never texts
  }

  /// Delete the notes of a customer.
  ///
  /// @return how many there were
  int erase(String customer) {
    return database.transaction(s -> s.update("DELETE FROM notes WHERE customer = ?", customer));
  }

  /// Delete what is older than the setting says.
  int clean() {
    Instant oldest = clock.instant().minus(kept);
    return database.transaction(s -> s.update("DELETE FROM notes WHERE written_at < ?", oldest));
  }

  private static SampleNote note(Row row) {
    return new SampleNote(
        row.longValue("number"),
        row.string("customer"),
        row.string("words"),
        row.instant("written_at"));
  }
}
