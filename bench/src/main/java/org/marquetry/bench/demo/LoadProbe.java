package org.marquetry.bench.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Sets the shop up at its first call; then says how far the past has come, as long numbers: job
/// done per mille, events in the journal, in the warehouse, customers of live profiles, products
/// with a picture, products. And of the past alone, which takes some seconds: entries in the
/// journal, rows and ids in the warehouse.
@Component(
    service = {Callable.class, Supplier.class},
    immediate = true)
public final class LoadProbe implements Callable<long[]>, Supplier<long[]> {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final ShopSettings settings;
  private final Jobs jobs;
  private final Journal journal;
  private final Warehouse warehouse;
  private final LiveProfiles profiles;
  private final InstantSource clock;

  @Activate
  public LoadProbe(
      @Reference ShopSettings settings,
      @Reference Jobs jobs,
      @Reference Journal journal,
      @Reference Warehouse warehouse,
      @Reference LiveProfiles profiles,
      @Reference InstantSource clock) {
    this.settings = settings;
    this.jobs = jobs;
    this.journal = journal;
    this.warehouse = warehouse;
    this.profiles = profiles;
    this.clock = clock;
  }

  @Override
  public long[] call() {
    return Actor.SYSTEM.call(() -> {
      if (settings.settings().isEmpty()) {
        settings.change(new ShopSettings.Settings("Bench", Currency.getInstance("CNY"), ZONE));
      }
      return new long[] {
        done(),
        journal.ends().stream().mapToLong(Long::longValue).sum(),
        number("SELECT count(*) AS n FROM v1.events"),
        profiles.count(""),
        number("SELECT count(*) AS n FROM v1.products WHERE picture IS NOT NULL"),
        number("SELECT count(*) AS n FROM v1.products")
      };
    });
  }

  @Override
  public long[] get() {
    return Actor.SYSTEM.call(() -> {
      Instant today = LocalDate.ofInstant(clock.instant(), ZONE).atStartOfDay(ZONE).toInstant();
      return new long[] {
        inJournal(today),
        number("SELECT count(*) AS n FROM v1.events WHERE occurred_at < ?", today),
        number("SELECT count(DISTINCT event_id) AS n FROM v1.events WHERE occurred_at < ?", today)
      };
    });
  }

  /// Entries of the past.
  private long inJournal(Instant today) {
    long count = 0;
    List<Long> ends = journal.ends();
    for (int p = 0; p < ends.size(); p++) {
      for (long next = 0; next < ends.get(p); ) {
        List<JournalEntry> page = journal.replay(p, next, 10_000);
        count +=
            page.stream()
                .flatMap(e -> e.event().stream())
                .filter(e -> e.occurredAt().isBefore(today))
                .count();
        next = page.getLast().offset() + 1;
      }
    }
    return count;
  }

  private long done() {
    for (JobStatus job : jobs.list()) {
      if (job.kind().equals("sandbox.stream")) {
        return job.state() == JobStatus.State.DONE ? 1000 : (long) Math.min(999, 1000 * job.done());
      }
    }
    return 0;
  }

  private long number(String sql, Object... arguments) {
    return warehouse.query(sql, List.of(arguments), row -> row.longValue("n")).getFirst();
  }
}
