package org.marquetry.platform.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.health.Health;
import org.marquetry.platform.api.health.HealthCheck;
import org.marquetry.platform.api.health.Metric;
import org.marquetry.platform.api.health.MetricSource;
import org.marquetry.platform.api.journal.Journal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// How far the journal is.
@Provider("journal")
@Component
public final class JournalWatch implements HealthCheck, MetricSource {
  private final Journal journal;

  @Activate
  public JournalWatch(@Reference Journal journal) {
    this.journal = journal;
  }

  @Override
  public String name() {
    return "platform.journal";
  }

  @Override
  public Health check() {
    long events = journal.ends().stream().mapToLong(Long::longValue).sum();
    return Health.ok(events + " events in " + journal.partitions() + " partitions");
  }

  @Override
  public List<Metric> metrics() {
    List<Metric> all = new ArrayList<>();
    List<Long> ends = journal.ends();
    for (int partition = 0; partition < ends.size(); partition++) {
      all.add(
          new Metric(
              "marquetry_journal_events_total",
              "Events ever stored",
              Metric.Kind.COUNTER,
              Map.of("partition", Integer.toString(partition)),
              ends.get(partition).doubleValue()));
    }
    return all;
  }
}
