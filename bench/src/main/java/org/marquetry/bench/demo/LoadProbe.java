package org.marquetry.bench.demo;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Sets the shop up at its first call; then says how far the past has come, as long numbers: job
/// done per mille, events in the journal, in the warehouse, customers of live profiles.
@Component(service = Callable.class, immediate = true)
public final class LoadProbe implements Callable<long[]> {
  private final ShopSettings settings;
  private final Jobs jobs;
  private final Journal journal;
  private final Warehouse warehouse;
  private final LiveProfiles profiles;

  @Activate
  public LoadProbe(
      @Reference ShopSettings settings,
      @Reference Jobs jobs,
      @Reference Journal journal,
      @Reference Warehouse warehouse,
      @Reference LiveProfiles profiles) {
    this.settings = settings;
    this.jobs = jobs;
    this.journal = journal;
    this.warehouse = warehouse;
    this.profiles = profiles;
  }

  @Override
  public long[] call() {
    return Actor.SYSTEM.call(() -> {
      if (settings.settings().isEmpty()) {
        settings.change(
            new ShopSettings.Settings(
                "Bench", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai")));
      }
      return new long[] {
        done(),
        journal.ends().stream().mapToLong(Long::longValue).sum(),
        loaded(),
        profiles.count("")
      };
    });
  }

  private long done() {
    for (JobStatus job : jobs.list()) {
      if (job.kind().equals("sandbox.stream")) {
        return job.state() == JobStatus.State.DONE ? 1000 : (long) Math.min(999, 1000 * job.done());
      }
    }
    return 0;
  }

  private long loaded() {
    return warehouse
        .query("SELECT count(*) AS n FROM v1.events", List.of(), row -> row.longValue("n"))
        .getFirst();
  }
}
