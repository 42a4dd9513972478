package org.marquetry.data.retention;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.marquetry.data.api.ImportStatus;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.Expiry;
import org.marquetry.warehouse.api.Warehouse;
import org.marquetry.warehouse.api.WarehouseExpiry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Lets go what has had its time, kind by kind: first in the journal, then in the warehouse. A run
/// that was cut off is simply done again.
@Component
public final class RetentionJob implements JobHandler {
  static final String KIND = "retention.apply";

  private final KeptTable kept;
  private final Uploads uploads;
  private final Journal journal;
  private final Warehouse warehouse;
  private final WarehouseExpiry expiry;
  private final InstantSource clock;

  @Activate
  public RetentionJob(
      @Reference KeptTable kept,
      @Reference Uploads uploads,
      @Reference Journal journal,
      @Reference Warehouse warehouse,
      @Reference WarehouseExpiry expiry,
      @Reference InstantSource clock) {
    this.kept = kept;
    this.uploads = uploads;
    this.journal = journal;
    this.warehouse = warehouse;
    this.expiry = expiry;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Words title() {
    return new Words("清除到期的数据", "Letting go of data past its time");
  }

  @Override
  public Map<String, String> run(JobContext job) {
    Instant now = clock.instant();
    Map<String, String> gone = new TreeMap<>();
    for (Kinds.Kind kind : Kinds.EVENTS) {
      stopIfAsked(job);
      job.step(kind.words());
      OptionalInt days = kept.days(kind.id());
      if (days.isPresent()) {
        long count = expire(kind.before(Kinds.before(now, days.getAsInt())));
        gone.put(kind.id(), Long.toString(count));
      }
    }
    stopIfAsked(job);
    job.step(Kinds.UPLOADED);
    OptionalInt days = kept.days(Kinds.UPLOADS);
    if (days.isPresent()) {
      List<ImportStatus> old = uploads.before(Kinds.before(now, days.getAsInt()));
      old.forEach(uploads::discard);
      gone.put(Kinds.UPLOADS, Integer.toString(old.size()));
    }
    return gone;
  }

  private long expire(Expiry of) {
    return Actor.SYSTEM.call(() -> {
      if (expiry.expiring(of) == 0) {
        return 0L;
      }
      journal.expire(Kinds.gone(of, of.strangersOnly() ? customersVisitors() : Set.of()));
      return expiry.expire(of);
    });
  }

  private Set<String> customersVisitors() {
    Set<String> visitors = new HashSet<>();
    warehouse.scan(
        "SELECT DISTINCT visitor_id FROM v1.events WHERE customer_id IS NOT NULL AND visitor_id IS NOT NULL",
        List.of(),
        r -> visitors.add(r.string("visitor_id")));
    return visitors;
  }

  private static void stopIfAsked(JobContext job) {
    if (job.cancelled()) {
      throw new JobStopped();
    }
  }
}
