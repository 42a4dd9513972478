package org.marquetry.data.sources;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.marquetry.data.api.ImportMapping;
import org.marquetry.data.api.ImportProposal;
import org.marquetry.data.api.ImportState;
import org.marquetry.data.api.ImportStatus;
import org.marquetry.data.api.Imports;
import org.marquetry.data.api.Problem;
import org.marquetry.data.api.Sources.Feed;
import org.marquetry.data.api.Sources.Outcome;
import org.marquetry.data.api.Sources.Run;
import org.marquetry.data.api.Sources.Source;
import org.marquetry.data.api.Sources.Trouble;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobFailed;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Takes what is new at a source, file by file, the oldest first. A run that was cut off takes the
/// file again that was not noted as taken; the import skips rows that are there.
@Component
public final class SourceJob implements JobHandler {
  static final String KIND = "source.run";
  static final String SCHEDULED = "scheduled";
  static final String ACCEPTED = "accepted";
  private static final int LOOKED_BACK = 50; // runs
  private static final long PERIOD_MILLIS = 250;

  private final SourceTable table;
  private final Places places;
  private final Imports imports;
  private final InstantSource clock;

  @Activate
  public SourceJob(
      @Reference SourceTable table,
      @Reference Places places,
      @Reference Imports imports,
      @Reference InstantSource clock) {
    this.table = table;
    this.places = places;
    this.imports = imports;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Words title() {
    return new Words("读取数据来源", "Reading a source");
  }

  @Override
  public Map<String, String> run(JobContext job) throws InterruptedException, IOException {
    Source source =
        table
            .find(job.key())
            .filter(s -> s.removedAt().isEmpty())
            .orElseThrow(() ->
                new JobFailed(new Words("没有数据来源 " + job.key(), "there is no source " + job.key())));
    int taken = job.arguments().containsKey(ACCEPTED) ? accept(source, job) : 0;
    job.step(new Words("查找新文件", "looking for new files"));
    List<Found> all;
    try {
      all = places.found(source.feed());
    } catch (IOException | IllegalArgumentException e) {
      note(source, "", Outcome.FAILED, Optional.of(Trouble.FAILED), Words.of(e));
      throw e;
    }
    for (Found found : all) {
      try {
        if (!table.isTaken(source.id(), found.fingerprint())) {
          stopIfAsked(job);
          job.step(reading(found.name()));
          take(source, found, job);
          taken++;
        }
      } finally {
        places.done(source.feed(), found);
      }
    }
    if (taken == 0) {
      nothing(source, job.arguments().containsKey(SCHEDULED));
    }
    return Map.of("files", Integer.toString(taken));
  }

  private static Words reading(String file) {
    return new Words("读取 " + file, "reading " + file);
  }

  private void nothing(Source source, boolean scheduled) {
    Optional<Run> last =
        table.runs(source.id(), LOOKED_BACK).stream()
            .filter(r -> r.outcome() == Outcome.LOADED)
            .findFirst();
    boolean late = scheduled && last.isPresent();
    note(
        source,
        "",
        Outcome.NOTHING_NEW,
        late ? Optional.of(Trouble.LATE) : Optional.empty(),
        last.map(r -> ago(r.file(), Duration.between(r.at(), clock.instant())))
            .orElse(new Words("还没有来过文件", "no file yet")));
  }

  /// In hours for two days, then in days.
  private static Words ago(String file, Duration since) {
    boolean days = since.compareTo(Duration.ofDays(2)) >= 0;
    long number = days ? since.toDays() : since.toHours();
    String unit = (days ? " day" : " hour") + (number == 1 ? "" : "s");
    return new Words(
        "上一个文件：" + file + "，" + number + (days ? " 天前" : " 小时前"),
        "last file: " + file + ", " + number + unit + " ago");
  }

  private void note(
      Source source, String file, Outcome outcome, Optional<Trouble> trouble, Words words) {
    table.add(
        source.id(),
        new Run(clock.instant(), file, outcome, 0, Optional.empty(), trouble, Optional.of(words)),
        Optional.empty());
  }

  private void take(Source source, Found found, JobContext job)
      throws InterruptedException, IOException {
    ImportMapping mapping = mapping(source.feed());
    String id = stored(found);
    ImportProposal proposal = Actor.SYSTEM.call(() -> imports.inspect(id, mapping));
    Map<String, String> columns = columns(proposal);
    Map<String, String> known = table.columns(source.id());
    Optional<Words> other =
        known.isEmpty() || columns.isEmpty()
            ? Optional.empty()
            : Judge.difference(known.keySet(), columns.keySet());
    if (other.isPresent()) {
      note(source, found, id, Outcome.HELD, Trouble.OTHER_COLUMNS, other.get());
    } else if (proposal.unusable().isPresent()) {
      Words why = proposal.unusable().get().words();
      note(source, found, id, Outcome.FAILED, Trouble.FAILED, why);
    } else {
      load(source, found.name(), id, columns, job, Optional.of(found.fingerprint()));
    }
  }

  /// A file that was stored and not loaded.
  private void note(
      Source source, Found found, String id, Outcome outcome, Trouble trouble, Words words) {
    Run run =
        new Run(
            clock.instant(),
            found.name(),
            outcome,
            0,
            Optional.of(id),
            Optional.of(trouble),
            Optional.of(words));
    table.add(source.id(), run, Optional.of(found.fingerprint()));
  }

  private static Map<String, String> columns(ImportProposal proposal) {
    Map<String, String> columns = new LinkedHashMap<>();
    proposal.columns().forEach(c -> columns.put(c.name(), c.meaning()));
    return columns;
  }

  /// Load the files that were held and that somebody accepts, the oldest first. One that was
  /// deleted meanwhile is passed over.
  ///
  /// @return how many were loaded
  /// @throws JobFailed if one cannot be loaded; it waits on
  private int accept(Source source, JobContext job) throws InterruptedException {
    int loaded = 0;
    for (Run held : table.held(source.id())) {
      stopIfAsked(job);
      String id = held.importId().orElseThrow();
      if (Actor.SYSTEM
          .call(() -> imports.status(id))
          .filter(ImportStatus::sourceKept)
          .isPresent()) {
        job.step(reading(held.file()));
        ImportProposal proposal =
            Actor.SYSTEM.call(() -> imports.inspect(id, mapping(source.feed())));
        if (!load(source, held.file(), id, columns(proposal), job, Optional.empty())) {
          throw new JobFailed(
              new Words(held.file() + " 无法导入", held.file() + " could not be loaded"));
        }
        loaded++;
      }
      table.settle(source.id(), id, clock.instant());
    }
    return loaded;
  }

  /// @return whether it is loaded
  private boolean load(
      Source source,
      String file,
      String id,
      Map<String, String> columns,
      JobContext job,
      Optional<String> fingerprint)
      throws InterruptedException {
    ImportState state =
        Actor.SYSTEM.call(() -> imports.status(id)).map(ImportStatus::state).orElseThrow();
    if (state != ImportState.LOADED && !state.isRunning()) { // else a run before was cut off
      Actor.SYSTEM.run(() -> imports.start(id, mapping(source.feed())));
    }
    return finish(source, file, id, columns, over(id, job), fingerprint);
  }

  private boolean finish(
      Source source,
      String file,
      String id,
      Map<String, String> columns,
      ImportStatus status,
      Optional<String> fingerprint) {
    boolean loaded = status.state() == ImportState.LOADED;
    long rows = status.counts().rows();
    boolean halved = loaded && Judge.halves(rows, table.runs(source.id(), LOOKED_BACK));
    Optional<Trouble> trouble =
        !loaded
            ? Optional.of(Trouble.FAILED)
            : halved ? Optional.of(Trouble.HALVED) : Optional.empty();
    table.add(
        source.id(),
        new Run(
            clock.instant(),
            file,
            loaded ? Outcome.LOADED : Outcome.FAILED,
            rows,
            Optional.of(id),
            trouble,
            words(status, halved)),
        fingerprint);
    if (loaded) {
      table.know(source.id(), columns);
    }
    return loaded;
  }

  private static Optional<Words> words(ImportStatus status, boolean halved) {
    long rows = status.counts().rows();
    long bad = status.counts().bad();
    if (status.state() != ImportState.LOADED) {
      return Optional.of(
          status.problem().map(Problem::words).orElse(new Words("没有导入", "it was not loaded")));
    }
    if (halved) {
      return Optional.of(
          new Words(rows + " 行，不到平常的一半", rows + " rows, less than half of the usual"));
    }
    return bad == 0
        ? Optional.empty()
        : Optional.of(
            new Words(
                "其中 " + bad + " 行有误，未导入",
                bad
                    + (bad == 1 ? " of them is bad and was" : " of them are bad and were")
                    + " left out"));
  }

  private static ImportMapping mapping(Feed feed) {
    ImportMapping.Builder mapping = ImportMapping.builder().role(feed.role().orElse(null));
    feed.columns().forEach(mapping::column);
    return mapping.build();
  }

  private String stored(Found found) throws IOException {
    String id = Actor.SYSTEM.call(() -> imports.begin(found.name()));
    byte[] part = new byte[Imports.MAX_PART];
    long offset = 0;
    try (InputStream in = Files.newInputStream(found.file())) {
      for (int n = in.readNBytes(part, 0, part.length);
          n > 0;
          n = in.readNBytes(part, 0, part.length)) {
        byte[] bytes = Arrays.copyOf(part, n);
        long at = offset;
        offset = Actor.SYSTEM.call(() -> imports.append(id, at, bytes));
      }
    }
    Actor.SYSTEM.run(() -> imports.stored(id));
    return id;
  }

  private ImportStatus over(String id, JobContext job) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    while (true) {
      ImportStatus status =
          Actor.SYSTEM
              .call(() -> imports.status(id))
              .orElseThrow(() -> new IllegalStateException("the import " + id + " is gone"));
      if (!status.state().isRunning()) {
        return status;
      }
      if (job.cancelled()) {
        Actor.SYSTEM.run(() -> imports.cancel(id));
        throw new JobStopped();
      }
      job.at(status.done());
      if (never.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("nobody counts this down");
      }
    }
  }

  private static void stopIfAsked(JobContext job) {
    if (job.cancelled()) {
      throw new JobStopped();
    }
  }
}
