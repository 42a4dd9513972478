package org.marquetry.data.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.marquetry.access.api.Audit;
import org.marquetry.data.api.Retention;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.WarehouseExpiry;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Says and sets how long what is kept.
@Provider("stored")
@Component
public final class StoredRetention implements Retention {
  private static final int MOST_DAYS = 36_500;

  private final Path data;
  private final KeptTable kept;
  private final Uploads uploads;
  private final WarehouseExpiry warehouse;
  private final Audit audit;
  private final Jobs jobs;
  private final InstantSource clock;

  @Activate
  public StoredRetention(
      BundleContext context,
      @Reference KeptTable kept,
      @Reference Uploads uploads,
      @Reference WarehouseExpiry warehouse,
      @Reference Audit audit,
      @Reference Jobs jobs,
      @Reference InstantSource clock) {
    this(
        Path.of(context.getProperty("marquetry.home")).resolve("data"),
        kept,
        uploads,
        warehouse,
        audit,
        jobs,
        clock);
  }

  StoredRetention(
      Path data,
      KeptTable kept,
      Uploads uploads,
      WarehouseExpiry warehouse,
      Audit audit,
      Jobs jobs,
      InstantSource clock) {
    this.data = data;
    this.kept = kept;
    this.uploads = uploads;
    this.warehouse = warehouse;
    this.audit = audit;
    this.jobs = jobs;
    this.clock = clock;
  }

  @Override
  public List<Kind> kinds() {
    Instant now = clock.instant();
    List<Kind> all = new ArrayList<>();
    Kinds.EVENTS.forEach(k -> all.add(kind(k, now)));
    OptionalInt days = kept.days(Kinds.UPLOADS);
    long expiring = days.isEmpty() ? 0 : uploads.before(Kinds.before(now, days.getAsInt())).size();
    all.add(
        new Kind(
            Kinds.UPLOADS,
            Kinds.UPLOADED,
            days,
            Kinds.usual(Kinds.UPLOADS).orElseThrow(),
            uploads.before(Instant.MAX).size(),
            expiring));
    return all;
  }

  private Kind kind(Kinds.Kind k, Instant now) {
    OptionalInt days = kept.days(k.id());
    long rows = Actor.SYSTEM.call(() -> warehouse.there(k.before(now)));
    long expiring =
        days.isEmpty()
            ? 0
            : Actor.SYSTEM.call(
                () -> warehouse.expiring(k.before(Kinds.before(now, days.getAsInt()))));
    return new Kind(k.id(), k.words(), days, k.usual(), rows, expiring);
  }

  @Override
  public List<Place> disk() {
    try (Stream<Path> folders = Files.list(data)) {
      return folders
          .filter(Files::isDirectory)
          .sorted()
          .map(f -> new Place(String.valueOf(f.getFileName()), bytes(f)))
          .toList();
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder cannot be read", e);
    }
  }

  private static long bytes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(StoredRetention::size).sum();
    } catch (IOException | UncheckedIOException goneMeanwhile) {
      return 0;
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException goneMeanwhile) {
      return 0;
    }
  }

  @Override
  public void keep(String kind, OptionalInt days) {
    if (Kinds.usual(kind).isEmpty()) {
      throw new IllegalArgumentException("there is no kind of data " + kind);
    }
    if (days.isPresent() && (days.getAsInt() < 1 || days.getAsInt() > MOST_DAYS)) {
      throw new Rejected(
          new Words(
              "天数应在 1 到 " + MOST_DAYS + " 之间，而不是 " + days.getAsInt(),
              "days must be in 1.." + MOST_DAYS + ", got " + days.getAsInt()));
    }
    String from = words(kept.days(kind));
    kept.add(new Change(kind, days, Actor.current().name(), clock.instant()));
    audit.note(
        new Audit.Act(
            "retention.keep", "retention/" + kind, Map.of("from", from, "to", words(days))));
  }

  private static String words(OptionalInt days) {
    return days.isPresent() ? days.getAsInt() + " days" : "for ever";
  }

  @Override
  public List<Change> history(String kind) {
    return kept.history(kind);
  }

  @Override
  public String apply() {
    return Actor.SYSTEM.call(() -> jobs.start(JobRequest.of(RetentionJob.KIND, "all")));
  }
}
