package com.example.sample;

import java.util.Map;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.Schedule;
import org.marquetry.platform.api.jobs.Schedules;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The job that deletes old notes, each night.
@Component
public final class CleanSample implements JobHandler {
  private static final String KIND = "sample.clean";

  private final SampleNotes notes;

  @Activate
  public CleanSample(@Reference SampleNotes notes, @Reference Schedules schedules) {
    this.notes = notes;
    Schedule nightly =
        new Schedule(KIND, "20 4 * * *", Schedule.Missed.RUN_ONCE, JobRequest.of(KIND, "all"));
    Actor.SYSTEM.call(() -> schedules.put(nightly));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Words title() {
    return new Words("清理旧备注", "Deleting old notes");
  }

  @Override
  public Map<String, String> run(JobContext job) {
    job.step(new Words("备注", "notes"));
    int deleted = notes.clean();
    job.at(1);
    return Map.of("deleted", Integer.toString(deleted));
  }
}
