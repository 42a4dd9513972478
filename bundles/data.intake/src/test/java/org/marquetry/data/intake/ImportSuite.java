package org.marquetry.data.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.marquetry.data.api.ImportMapping;
import org.marquetry.data.api.ImportStatus;
import org.marquetry.data.api.Imports;
import org.marquetry.data.api.PublishedView;
import org.marquetry.data.api.PublishedViews;
import org.marquetry.lib.doubles.JobsTo;
import org.marquetry.lib.doubles.QuietRun;
import org.marquetry.lib.doubles.ZoneOf;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.platform.journal.FileJournal;
import org.marquetry.sql.h2.H2Databases;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;

/// Imports over the real stores, on one home; a job runs in the call that starts it.
final class ImportSuite implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

  final DuckDbWarehouse warehouse;
  final FileJournal journal;
  final ImportBook book;
  final ImportJob job;
  final Imports imports;
  boolean endingSlowly; // a job is not over yet when it has said all it did
  private final Map<String, String> begun = new HashMap<>();
  private final H2Databases databases;
  private final Ticks ticks = new Ticks();

  ImportSuite(Path home) throws IOException {
    InstantSource clock = InstantSource.fixed(NOW);
    warehouse = new DuckDbWarehouse(home.resolve("data").resolve("warehouse"));
    databases = new H2Databases(home.resolve("data").resolve("sql"), clock);
    journal = FileJournal.open(home.resolve("data").resolve("journal"), clock);
    book = new ImportBook(home, databases);
    job = new ImportJob(book, warehouse, journal, ZoneOf.utc(clock), clock, ticks, null);
    imports =
        Actor.SYSTEM.call(() ->
            new SuiteImports(
                book,
                job,
                warehouse,
                warehouse,
                new JobsTo(request -> start(request.key())),
                clock));
  }

  /// Store, import, and say how it stands.
  ImportStatus load(String name, byte[] content, ImportMapping mapping) {
    String id = store(name, content);
    imports.start(id, mapping);
    return imports.status(id).orElseThrow();
  }

  String store(String name, byte[] content) {
    return Actor.SYSTEM.call(() -> {
      String id = imports.begin(name);
      for (int at = 0; at < content.length; at += Imports.MAX_PART) {
        int end = Math.min(at + Imports.MAX_PART, content.length);
        imports.append(id, at, Arrays.copyOfRange(content, at, end));
      }
      imports.stored(id);
      return id;
    });
  }

  /// Every row of every view, in a fixed order.
  List<String> export() {
    List<String> lines = new ArrayList<>();
    for (PublishedView view : PublishedViews.ALL) {
      warehouse.scan(
          "SELECT CAST(x AS VARCHAR) AS line FROM " + view.name() + " x ORDER BY 1",
          List.of(),
          r -> lines.add(view.name() + " " + r.string("line")));
    }
    return lines;
  }

  long number(String sql) {
    return warehouse
        .query("SELECT (" + sql + ") AS x", List.of(), r -> r.longValue("x"))
        .getFirst();
  }

  @Override
  public void close() throws IOException {
    ticks.close();
    journal.close();
    databases.close();
    warehouse.close();
  }

  private String start(String key) {
    String job = endingSlowly ? begun.get(key) : null;
    if (job == null) {
      job = runNow(this.job, key);
      begun.put(key, job);
    }
    return job;
  }

  /// What happened stands in the book.
  private static String runNow(ImportJob job, String key) {
    try {
      job.run(new QuietRun(key));
    } catch (JobStopped | IllegalStateException e) {
      return "over";
    }
    return UUID.randomUUID().toString();
  }
}
