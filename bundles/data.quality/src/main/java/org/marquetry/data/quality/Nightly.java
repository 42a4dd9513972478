package org.marquetry.data.quality;

import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.Schedule;
import org.marquetry.platform.api.jobs.Schedules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Has the rules measured each night at 3:40 of the shop.
@Component(service = Nightly.class, immediate = true)
public final class Nightly {
  @Activate
  public Nightly(@Reference Schedules schedules) {
    Schedule schedule =
        new Schedule(
            "quality.nightly",
            "40 3 * * *",
            Schedule.Missed.RUN_ONCE,
            JobRequest.of(MeasureJob.KIND, "all"));
    Actor.SYSTEM.call(() -> schedules.put(schedule));
  }
}
