package org.marquetry.data.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.marquetry.data.api.ImportMapping;
import org.marquetry.data.api.ImportStatus;
import org.marquetry.data.api.Imports;
import org.marquetry.data.api.PublishedView;
import org.marquetry.data.api.PublishedViews;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.time.ShopZone;
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
  private final H2Databases databases;

  ImportSuite(Path home) throws IOException {
    InstantSource clock = InstantSource.fixed(NOW);
    warehouse = new DuckDbWarehouse(home.resolve("data").resolve("warehouse"));
    databases = new H2Databases(home.resolve("data").resolve("sql"), clock);
    journal = FileJournal.open(home.resolve("data").resolve("journal"), clock);
    book = new ImportBook(home, databases);
    job = new ImportJob(book, warehouse, journal, new Utc(), clock, null);
    imports =
        Actor.SYSTEM.call(
            () -> new SuiteImports(book, job, warehouse, warehouse, new RunNow(job), clock));
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
    journal.close();
    databases.close();
    warehouse.close();
  }

  private static final class Utc implements ShopZone {
    @Override
    public ZoneId zone() {
      return ZoneOffset.UTC;
    }

    @Override
    public LocalDate day(Instant moment) {
      return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    @Override
    public LocalDate today() {
      return day(NOW);
    }

    @Override
    public Instant start(LocalDate day) {
      return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
  }

  /// Runs a job at once.
  record RunNow(ImportJob job) implements Jobs {
    @Override
    public String start(JobRequest request) {
      try {
        job.run(new Run(request.key()));
      } catch (JobStopped | IllegalStateException e) {
        return "over"; // what happened stands in the book
      }
      return UUID.randomUUID().toString();
    }

    @Override
    public Optional<JobStatus> status(String id) {
      return Optional.empty();
    }

    @Override
    public List<JobStatus> list() {
      return List.of();
    }

    @Override
    public boolean cancel(String id) {
      return false;
    }
  }

  /// The run of a job.
  record Run(String key) implements JobContext {
    @Override
    public Map<String, String> arguments() {
      return Map.of();
    }

    @Override
    public int attempt() {
      return 1;
    }

    @Override
    public Optional<byte[]> checkpoint() {
      return Optional.empty();
    }

    @Override
    public void save(byte[] checkpoint) {}

    @Override
    public void step(String what) {}

    @Override
    public void at(double done) {}

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
