package org.marquetry.data.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.marquetry.data.api.ImportCounts;
import org.marquetry.data.api.ImportState;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.marquetry.sql.api.Row;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The imports there are: in the operational store what is known of each, in a folder each its
/// source and its quarantine.
@Component(service = ImportBook.class)
public final class ImportBook {
  private static final String SOURCE = "source";

  private final Path folder;
  private final Database database;
  private final Map<String, Staging> running = new ConcurrentHashMap<>();

  @Activate
  public ImportBook(BundleContext context, @Reference Databases databases) {
    this(home(context), databases);
  }

  ImportBook(Path home, Databases databases) {
    folder = home.resolve("data").resolve("imports");
    database =
        Actor.SYSTEM.call(() -> databases.open(ImportBook.class, List.of("0001-imports.sql")));
  }

  private static Path home(BundleContext context) {
    String home = context.getProperty("marquetry.home");
    if (home == null) {
      throw new IllegalStateException(
          "framework property marquetry.home is not set; the launcher sets it");
    }
    return Path.of(home);
  }

  /// The folder of all imports.
  Path folder() {
    return folder;
  }

  Path folder(String id) {
    return folder.resolve(id);
  }

  Path source(String id) {
    return folder(id).resolve(SOURCE);
  }

  /// What runs, so that it can be stopped in the middle of a statement.
  Map<String, Staging> running() {
    return running;
  }

  void add(String id, String name, String by, Instant at) {
    try {
      Files.createDirectories(folder(id));
      Files.createFile(source(id));
    } catch (IOException e) {
      throw new UncheckedIOException("no place for the file of an import: " + e.getMessage(), e);
    }
    database.transaction(s ->
        s.update(
            "INSERT INTO imports(id, name, bytes, state, stored_by, stored_at, added, changed,"
                + " skipped, bad, findings, source_kept) VALUES (?, ?, 0, ?, ?, ?, 0, 0, 0, 0,"
                + " '[]', TRUE)",
            id,
            name,
            ImportState.UPLOADING.name(),
            by,
            at));
  }

  ImportEntry get(String id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("there is no import " + id));
  }

  Optional<ImportEntry> find(String id) {
    return database.transaction(
        s -> s.one("SELECT * FROM imports WHERE id = ?", ImportBook::entry, id));
  }

  List<ImportEntry> list(int offset, int limit) {
    return database.transaction(s ->
        s.query(
            "SELECT * FROM imports ORDER BY stored_at DESC, id DESC LIMIT ? OFFSET ?",
            ImportBook::entry,
            limit,
            offset));
  }

  /// Those that a job should be at.
  List<ImportEntry> unfinished() {
    return database.transaction(s ->
        s.query(
            "SELECT * FROM imports WHERE state IN ('CHECKING', 'LOADING', 'UNDOING')",
            ImportBook::entry));
  }

  private static ImportEntry entry(Row r) {
    long added = r.longValue("added");
    long changed = r.longValue("changed");
    long skipped = r.longValue("skipped");
    long bad = r.longValue("bad");
    return new ImportEntry(
        r.string("id"),
        r.string("name"),
        r.longValue("bytes"),
        ImportState.valueOf(r.string("state")),
        r.optString("role"),
        r.string("stored_by"),
        r.instant("stored_at"),
        r.optInstant("loaded_at"),
        r.optInstant("ended_at"),
        new ImportCounts(added + changed + skipped + bad, added, changed, skipped, bad),
        ImportJson.findings(r.string("findings")),
        r.optString("problem").map(ImportJson::problem),
        r.optString("mapping"),
        r.optString("job"),
        r.bool("source_kept"));
  }

  void bytes(String id, long bytes) {
    update("UPDATE imports SET bytes = ? WHERE id = ?", bytes, id);
  }

  void state(String id, ImportState state) {
    update("UPDATE imports SET state = ? WHERE id = ?", state.name(), id);
  }

  /// Go from one state to another.
  ///
  /// @throws IllegalStateException if it is in another one by now
  void state(String id, ImportState from, ImportState to) {
    int rows =
        database.transaction(s ->
            s.update(
                "UPDATE imports SET state = ?, problem = NULL WHERE id = ? AND state = ?",
                to.name(),
                id,
                from.name()));
    if (rows == 0) {
      throw new IllegalStateException("the import is " + get(id).state() + " by now");
    }
  }

  void mapping(String id, String role, String mapping) {
    update("UPDATE imports SET role = ?, mapping = ? WHERE id = ?", role, mapping, id);
  }

  void job(String id, String job) {
    update("UPDATE imports SET job = ? WHERE id = ?", job, id);
  }

  void counted(String id, SingleImport.Result result) {
    ImportCounts counts = result.counts();
    update(
        "UPDATE imports SET added = ?, changed = ?, skipped = ?, bad = ?, findings = ? WHERE id ="
            + " ?",
        counts.added(),
        counts.changed(),
        counts.skipped(),
        counts.bad(),
        ImportJson.text(result.findings()),
        id);
  }

  void loadedAt(String id, Instant at) {
    update("UPDATE imports SET loaded_at = ? WHERE id = ? AND loaded_at IS NULL", at, id);
  }

  void ended(String id, ImportState state, Instant at) {
    update("UPDATE imports SET state = ?, ended_at = ? WHERE id = ?", state.name(), at, id);
  }

  void failed(String id, org.marquetry.data.api.Problem problem, Instant at) {
    update(
        "UPDATE imports SET state = ?, problem = ?, ended_at = ? WHERE id = ?",
        ImportState.FAILED.name(),
        ImportJson.text(problem),
        at,
        id);
  }

  /// Delete the files of an import; what is known of it stays.
  void deleteFiles(String id) {
    update("UPDATE imports SET source_kept = FALSE WHERE id = ?", id);
    try {
      if (Files.exists(folder(id))) {
        try (Stream<Path> files = Files.list(folder(id))) {
          for (Path file : files.toList()) {
            Files.delete(file);
          }
        }
        Files.delete(folder(id));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the files of an import were not deleted: " + e.getMessage(), e);
    }
  }

  void forget(String id) {
    deleteFiles(id);
    update("DELETE FROM imports WHERE id = ?", id);
  }

  private void update(String sql, Object... args) {
    database.transaction(s -> s.update(sql, args));
  }
}
