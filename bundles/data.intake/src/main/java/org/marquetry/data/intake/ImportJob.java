package org.marquetry.data.intake;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.data.api.ImportMapping;
import org.marquetry.data.api.ImportState;
import org.marquetry.data.api.Problem;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobFailed;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.platform.api.journal.JournalException;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.BatchLoader;
import org.marquetry.warehouse.api.WarehouseException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/// The job of an import, by its state: count, load, or take back. Each may be cut off anywhere and
/// done again: the batch's id and the ids of its markers follow from the import's.
@Component(service = {JobHandler.class, ImportJob.class})
public final class ImportJob implements JobHandler {
  static final String KIND = "data.import";
  private static final Duration LOOK = Duration.ofMillis(500);

  private final ImportBook book;
  private final BatchLoader loader;
  private final Journal journal;
  private final ShopZone zone;
  private final InstantSource clock;
  private final Timers timers;
  private final @Nullable ShopSettings settings;

  @Activate
  public ImportJob(
      @Reference ImportBook book,
      @Reference BatchLoader loader,
      @Reference Journal journal,
      @Reference ShopZone zone,
      @Reference InstantSource clock,
      @Reference Timers timers,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable ShopSettings settings) {
    this.book = book;
    this.loader = loader;
    this.journal = journal;
    this.zone = zone;
    this.clock = clock;
    this.timers = timers;
    this.settings = settings;
  }

  /// The batch of an import.
  static String batch(String id) {
    return "import/" + id;
  }

  /// Do what an import's state says. What was done before has its own job, which may not be over
  /// yet.
  static JobRequest request(String id, ImportState state) {
    return new JobRequest(KIND, id + "/" + state, Map.of(), 1);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Words title() {
    return new Words("导入文件", "Importing a file");
  }

  @Override
  public Map<String, String> run(JobContext job) {
    String id = job.key().substring(0, job.key().indexOf('/'));
    return Actor.SYSTEM.call(() -> {
      ImportEntry entry = book.get(id);
      try {
        switch (entry.state()) {
          case CHECKING -> {
            book.counted(id, file(entry, Optional.empty(), job));
            book.ended(id, ImportState.CHECKED, clock.instant());
          }
          case LOADING -> load(entry, job);
          case UNDOING -> undo(entry, job);
          default -> {} // done before it was cut off
        }
      } catch (CancellationException e) {
        throw stopped(id, job);
      } catch (BadFile e) {
        throw failed(id, e.problem(entry.name()));
      } catch (IOException e) {
        throw failed(
            id,
            new Problem(
                entry.name(),
                new Words(
                    "无法读取该文件（" + e.getMessage() + "）",
                    "the file cannot be read (" + e.getMessage() + ")"),
                new Words("请重新上传", "store it again")));
      } catch (StagingFailed | WarehouseException e) {
        throw failed(
            id,
            new Problem(
                "the warehouse",
                new Words("数据仓库出错（" + e.getMessage() + "）", String.valueOf(e.getMessage())),
                new Words("请腾出磁盘空间后重试", "free some disk space and try again")));
      } catch (JournalException e) { // the rows are loaded or gone; doing it again tells the rest
        throw failed(
            id,
            new Problem(
                "the journal",
                new Words("事件日志出错（" + e.getMessage() + "）", String.valueOf(e.getMessage())),
                new Words("请腾出磁盘空间后重试", "free some disk space and try again")));
      }
      return Map.of();
    });
  }

  private JobFailed failed(String id, Problem problem) {
    book.failed(id, problem, clock.instant());
    return new JobFailed(
        new Words(problem.where() + "：" + problem.words().zh(), problem.toString()));
  }

  /// Someone stopped the import, or the suite stops and the job goes on afterwards.
  private JobStopped stopped(String id, JobContext job) {
    if (!job.cancelled()) {
      book.ended(id, ImportState.STORED, clock.instant());
    }
    return new JobStopped();
  }

  private SingleImport.Result file(ImportEntry entry, Optional<String> batch, JobContext job)
      throws IOException, BadFile {
    try (Staging staging = new Staging(loader)) {
      Timers.Timer look = timers.poll("data.intake.cancel", LOOK, () -> stopIfAsked(staging, job));
      book.running().put(entry.id(), staging);
      try {
        ImportMapping mapping =
            entry.mapping().map(ImportJson::mapping).orElseGet(ImportMapping::guessAll);
        return new SingleImport(staging, source(entry), mapping, around())
            .run(batch, book.folder(entry.id()), job);
      } finally {
        look.cancel();
        book.running().remove(entry.id());
      }
    }
  }

  /// A statement may run for minutes and asks nobody.
  private static void stopIfAsked(Staging staging, JobContext job) {
    if (job.cancelled()) {
      staging.cancel();
    }
  }

  SourceFile source(ImportEntry entry) {
    return new SourceFile(book.source(entry.id()), entry.name());
  }

  SingleImport.Surroundings around() {
    Optional<Currency> currency =
        settings == null
            ? Optional.empty()
            : settings.settings().map(ShopSettings.Settings::currency);
    return new SingleImport.Surroundings(currency, zone.zone(), clock.instant());
  }

  private void load(ImportEntry entry, JobContext job) throws IOException, BadFile {
    String id = entry.id();
    SingleImport.Result result = file(entry, Optional.of(batch(id)), job);
    book.loadedAt(id, clock.instant());
    book.counted(id, result);
    job.step(new Words("通知画像", "tell the profiles"));
    new BatchMarkers(journal)
        .tell(
            EventTypes.BATCH_LOADED,
            id,
            Map.of(
                EventProperties.BATCH,
                batch(id),
                "changed",
                Long.toString(result.counts().changed())),
            clock.instant());
    book.ended(id, ImportState.LOADED, clock.instant());
  }

  private void undo(ImportEntry entry, JobContext job) {
    String id = entry.id();
    job.step(new Words("撤销导入", "take back"));
    loader.undo(batch(id));
    job.step(new Words("通知画像", "tell the profiles"));
    new BatchMarkers(journal)
        .tell(
            EventTypes.BATCH_UNDONE, id, Map.of(EventProperties.BATCH, batch(id)), clock.instant());
    book.ended(id, ImportState.UNDONE, clock.instant());
  }
}
