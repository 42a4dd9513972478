package org.marquetry.data.retention;

import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.Schedule;
import org.marquetry.platform.api.jobs.Schedules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Lets go each night at 4:10 what has had its time, by the clock of the shop.
@Component(service = Nightly.class, immediate = true)
public final class Nightly {
  @Activate
  public Nightly(@Reference Schedules schedules) {
    Schedule schedule =
        new Schedule(
            "retention.nightly",
            "10 4 * * *",
            Schedule.Missed.RUN_ONCE,
            JobRequest.of(RetentionJob.KIND, "all"));
    Actor.SYSTEM.call(() -> schedules.put(schedule));
  }
}
