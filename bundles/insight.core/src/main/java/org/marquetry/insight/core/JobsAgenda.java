package org.marquetry.insight.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.marquetry.insight.spi.AgendaItem;
import org.marquetry.insight.spi.AgendaSource;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Jobs that failed, unless the same one ran well since; and what ran by itself.
@Provider("jobs")
@Component
public final class JobsAgenda implements AgendaSource {
  private static final Duration SHOWN = Duration.ofDays(7);
  private static final Words LOOK = new Words("查看作业", "Look at the jobs");

  private final Jobs jobs;
  private final InstantSource clock;

  @Activate
  public JobsAgenda(@Reference Jobs jobs, @Reference InstantSource clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "jobs";
  }

  @Override
  public List<AgendaItem> items(Instant since) {
    Instant oldest = clock.instant().minus(SHOWN);
    Set<String> newer = new HashSet<>();
    List<AgendaItem> items = new ArrayList<>();
    for (JobStatus job : jobs.list()) { // newest first
      boolean first = newer.add(job.kind() + " " + job.key());
      if (job.state() == JobStatus.State.FAILED && first && job.changedAt().isAfter(oldest)) {
        items.add(failed(job));
      } else if (job.state() == JobStatus.State.DONE
          && job.actor().equals("system")
          && job.changedAt().isAfter(since)) {
        items.add(done(job));
      }
    }
    return items;
  }

  private AgendaItem failed(JobStatus job) {
    Words title = jobs.title(job.kind());
    AgendaItem.Builder item =
        AgendaItem.builder(
                AgendaItem.Kind.WRONG,
                "job/" + job.id(),
                job.changedAt(),
                new Words("失败：" + title.zh(), "Failed: " + title.en()))
            .act(LOOK, "system/jobs")
            .permission("job.read");
    job.note().ifPresent(item::why);
    return item.build();
  }

  private AgendaItem done(JobStatus job) {
    Words title = jobs.title(job.kind());
    return AgendaItem.builder(
            AgendaItem.Kind.DONE,
            "job/" + job.id(),
            job.changedAt(),
            new Words("完成：" + title.zh(), "Done: " + title.en()))
        .act(LOOK, "system/jobs")
        .permission("job.read")
        .build();
  }
}
