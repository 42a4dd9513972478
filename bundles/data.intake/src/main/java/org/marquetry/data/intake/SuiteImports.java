package org.marquetry.data.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.marquetry.data.api.ImportMapping;
import org.marquetry.data.api.ImportProposal;
import org.marquetry.data.api.ImportState;
import org.marquetry.data.api.ImportStatus;
import org.marquetry.data.api.Imports;
import org.marquetry.data.api.QuarantinePage;
import org.marquetry.data.api.QuarantinedRow;
import org.marquetry.data.api.UndoPreview;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.shop.api.Rejected;
import org.marquetry.warehouse.api.BatchLoader;
import org.marquetry.warehouse.api.UndoReceipt;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Imports into the running suite.
@Provider("intake")
@Component
public final class SuiteImports implements Imports {
  private static final int NAME = 200;
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final ImportBook book;
  private final ImportJob job;
  private final BatchLoader loader;
  private final Warehouse warehouse;
  private final Jobs jobs;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /// What a killed process left half done goes on.
  @Activate
  public SuiteImports(
      @Reference ImportBook book,
      @Reference ImportJob job,
      @Reference BatchLoader loader,
      @Reference Warehouse warehouse,
      @Reference Jobs jobs,
      @Reference InstantSource clock) {
    this.book = book;
    this.job = job;
    this.loader = loader;
    this.warehouse = warehouse;
    this.jobs = jobs;
    this.clock = clock;
    Actor.SYSTEM.run(() -> book.unfinished().forEach(e -> run(e.id(), e.state())));
  }

  @Override
  public Map<String, List<String>> roles() {
    return ImportRoles.all();
  }

  @Override
  public String begin(String name) {
    String plain = name.replace('\\', '/');
    plain = plain.substring(plain.lastIndexOf('/') + 1).replaceAll("\\p{Cntrl}", "").strip();
    if (plain.isEmpty()) {
      throw new IllegalArgumentException("the file must have a name");
    }
    Instant now = clock.instant();
    byte[] tail = new byte[3];
    random.nextBytes(tail);
    String id = ID.format(now) + "-" + HexFormat.of().formatHex(tail);
    Actor by = Actor.current();
    book.add(id, plain.length() <= NAME ? plain : plain.substring(0, NAME), by.name(), now);
    return id;
  }

  @Override
  public long append(String id, long offset, byte[] part) {
    ImportEntry entry = in(id, ImportState.UPLOADING);
    if (part.length > MAX_PART) {
      throw new IllegalArgumentException(
          "a part has at most " + MAX_PART + " bytes, got " + part.length);
    }
    if (offset + part.length > MAX_BYTES) {
      throw new IllegalArgumentException("a file has at most " + MAX_BYTES + " bytes");
    }
    try (FileChannel file = FileChannel.open(book.source(entry.id()), StandardOpenOption.WRITE)) {
      if (offset < 0 || offset > file.size()) {
        throw new IllegalArgumentException(
            "the next part begins at " + file.size() + ", got offset " + offset);
      }
      ByteBuffer bytes = ByteBuffer.wrap(part);
      for (long at = offset; bytes.hasRemaining(); ) {
        at += file.write(bytes, at);
      }
      file.force(false);
      long size = file.size();
      book.bytes(id, size);
      return size;
    } catch (IOException e) {
      throw new UncheckedIOException("the file was not stored: " + e.getMessage(), e);
    }
  }

  @Override
  public void stored(String id) {
    if (book.get(id).state() != ImportState.STORED) { // told again after a lost answer
      book.state(id, ImportState.UPLOADING, ImportState.STORED);
    }
  }

  private ImportEntry in(String id, ImportState state) {
    ImportEntry entry = book.get(id);
    if (entry.state() != state) {
      throw new IllegalStateException("the import is " + entry.state() + ", not " + state);
    }
    return entry;
  }

  /// An import that may run now.
  private ImportEntry ready(String id) {
    ImportEntry entry = settled(book.get(id));
    if (entry.state() == ImportState.UPLOADING || entry.state().isRunning()) {
      throw new IllegalStateException("the import is " + entry.state());
    }
    if (!entry.sourceKept()) {
      throw new IllegalStateException("the file was deleted; store it again");
    }
    return entry;
  }

  @Override
  public ImportProposal inspect(String id, ImportMapping mapping) {
    ImportEntry entry = ready(id);
    return Actor.SYSTEM.call(() -> {
      try (Staging staging = new Staging(loader)) {
        return new SingleImport(staging, job.source(entry), mapping, job.around()).inspect(id);
      } catch (IOException e) {
        throw new UncheckedIOException("the file cannot be read: " + e.getMessage(), e);
      }
    });
  }

  @Override
  public void check(String id, ImportMapping mapping) {
    begin(id, mapping, ImportState.CHECKING);
  }

  @Override
  public void start(String id, ImportMapping mapping) {
    begin(id, mapping, ImportState.LOADING);
  }

  private void begin(String id, ImportMapping mapping, ImportState state) {
    ImportEntry entry = ready(id);
    if (entry.state() == ImportState.LOADED || entry.state() == ImportState.UNDONE) {
      throw new IllegalStateException("the import is " + entry.state() + "; store the file again");
    }
    ImportProposal proposal = inspect(id, mapping);
    if (proposal.unusable().isPresent()) {
      throw new Rejected(proposal.unusable().get().words());
    }
    book.mapping(id, proposal.role(), ImportJson.text(SingleImport.settled(mapping, proposal)));
    book.state(id, entry.state(), state);
    run(id, state);
  }

  private void run(String id, ImportState state) {
    book.job(id, Actor.SYSTEM.call(() -> jobs.start(ImportJob.request(id, state))));
  }

  @Override
  public boolean cancel(String id) {
    ImportEntry entry = book.get(id);
    Staging staging = book.running().get(id);
    if (!entry.state().isRunning() || entry.state() == ImportState.UNDOING || staging == null) {
      return false;
    }
    staging.cancel();
    return true;
  }

  @Override
  public Optional<ImportStatus> status(String id) {
    return book.find(id).map(this::settled).map(this::status);
  }

  private ImportStatus status(ImportEntry entry) {
    Optional<JobStatus> running =
        entry.state().isRunning() ? entry.job().flatMap(this::job) : Optional.empty();
    return entry.status(running.flatMap(JobStatus::step), running.map(JobStatus::done).orElse(0.0));
  }

  private Optional<JobStatus> job(String job) {
    return Actor.SYSTEM.call(() -> jobs.status(job));
  }

  /// A job that someone cancelled by itself left its import in the middle.
  private ImportEntry settled(ImportEntry entry) {
    boolean left =
        entry.state().isRunning()
            && entry
                .job()
                .flatMap(this::job)
                .filter(j -> j.state() == JobStatus.State.CANCELLED)
                .isPresent();
    if (!left || book.get(entry.id()).state() != entry.state()) {
      return left ? book.get(entry.id()) : entry;
    }
    if (entry.state() == ImportState.UNDOING) {
      run(entry.id(), entry.state()); // half an undo is none
    } else {
      book.ended(entry.id(), ImportState.STORED, clock.instant());
    }
    return book.get(entry.id());
  }

  @Override
  public List<ImportStatus> list(int offset, int limit) {
    if (offset < 0 || limit < 1 || limit > 200) {
      throw new IllegalArgumentException(
          "offset must be >= 0 and limit 1..200, got " + offset + " and " + limit);
    }
    return book.list(offset, limit).stream().map(this::settled).map(this::status).toList();
  }

  @Override
  public Optional<ImportMapping> mapping(String id) {
    return book.get(id).mapping().map(ImportJson::mapping);
  }

  @Override
  public QuarantinePage quarantine(String id, int offset, int limit) {
    if (offset < 0 || limit < 1 || limit > 1_000) {
      throw new IllegalArgumentException(
          "offset must be >= 0 and limit 1..1000, got " + offset + " and " + limit);
    }
    Path file = book.folder(book.get(id).id()).resolve(ErrorFile.QUARANTINE);
    List<QuarantinedRow> rows = new ArrayList<>();
    long total = 0;
    if (Files.exists(file)) {
      try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
        for (CsvRecord record : reader) {
          if (total >= offset && rows.size() < limit) {
            rows.add(row(record));
          }
          total++;
        }
      } catch (IOException e) {
        throw new UncheckedIOException("the quarantine cannot be read: " + e.getMessage(), e);
      }
    }
    return new QuarantinePage(total, rows);
  }

  private static QuarantinedRow row(CsvRecord record) {
    String code = record.getField(2);
    return new QuarantinedRow(
        Long.parseLong(record.getField(0)),
        Optional.of(record.getField(1)).filter(c -> !c.isEmpty()),
        code,
        Reason.of(code).meaning(),
        record.getField(3));
  }

  @Override
  public byte[] errorFile(String id, long offset, int limit) {
    if (offset < 0 || limit < 1 || limit > MAX_PART) {
      throw new IllegalArgumentException(
          "offset must be >= 0 and limit 1.." + MAX_PART + ", got " + offset + " and " + limit);
    }
    Path file = book.folder(book.get(id).id()).resolve(ErrorFile.ERRORS);
    if (!Files.exists(file)) {
      return new byte[0];
    }
    try (FileChannel channel = FileChannel.open(file)) {
      int length = Math.clamp(channel.size() - offset, 0, limit);
      ByteBuffer bytes = ByteBuffer.allocate(length);
      for (long at = offset; bytes.hasRemaining(); ) {
        int n = channel.read(bytes, at);
        if (n < 0) {
          break;
        }
        at += n;
      }
      return bytes.array();
    } catch (IOException e) {
      throw new UncheckedIOException("the error file cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public UndoPreview undoPreview(String id) {
    ImportEntry entry = in(id, ImportState.LOADED);
    return Actor.SYSTEM.call(() -> {
      UndoReceipt receipt = loader.checkUndo(ImportJob.batch(id));
      List<UndoPreview.Use> uses = new ArrayList<>();
      receipt
          .later()
          .forEach((batch, keys) ->
              uses.add(
                  new UndoPreview.Use("import", batch.substring(batch.indexOf('/') + 1), keys)));
      Instant since = entry.loadedAt().orElse(entry.at());
      use(
          uses,
          "decisions",
          "SELECT count(*) AS n FROM v1.decisions WHERE decided_at >= ? AND customer_id IN ",
          since,
          id);
      use(
          uses,
          "sends",
          "SELECT count(*) AS n FROM v1.events WHERE type = 'sent' AND occurred_at >= ? AND"
              + " customer_id IN ",
          since,
          id);
      return new UndoPreview(id, receipt.removed(), receipt.restored(), receipt.kept(), uses);
    });
  }

  private void use(List<UndoPreview.Use> uses, String kind, String sql, Instant since, String id) {
    String batch = ImportJob.batch(id);
    long count =
        warehouse
            .query(
                sql
                    + "(SELECT customer_id FROM v1.events WHERE batch_id = ? UNION SELECT"
                    + " customer_id FROM v1.imported_customers WHERE batch_id = ?)",
                List.of(since, batch, batch),
                r -> r.longValue("n"))
            .getFirst();
    if (count > 0) {
      uses.add(new UndoPreview.Use(kind, "", count));
    }
  }

  @Override
  public void undo(String id) {
    in(id, ImportState.LOADED);
    book.state(id, ImportState.LOADED, ImportState.UNDOING);
    run(id, ImportState.UNDOING);
  }

  @Override
  public void discard(String id) {
    ImportEntry entry = settled(book.get(id));
    if (entry.state().isRunning()) {
      throw new IllegalStateException("the import is " + entry.state());
    }
    if (entry.state() == ImportState.LOADED || entry.state() == ImportState.UNDONE) {
      book.deleteFiles(id);
    } else {
      book.forget(id);
    }
  }
}
