package org.marquetry.data.catalogue;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.Schedule;
import org.marquetry.platform.api.jobs.ScheduleStatus;
import org.marquetry.platform.api.jobs.Schedules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Has pictures read from their addresses each day at 5:10 of the shop.
@Component(service = DailyPictures.class, immediate = true)
public final class DailyPictures {
  private static final String NAME = "catalogue.pictures";

  private final Schedules schedules;

  @Activate
  public DailyPictures(@Reference Schedules schedules) {
    this.schedules = schedules;
    JobRequest job =
        new JobRequest(
            FetchPictures.KIND, "all", Map.of(FetchPictures.SCHEDULED, Boolean.toString(true)), 1);
    Schedule schedule = new Schedule(NAME, "10 5 * * *", Schedule.Missed.RUN_ONCE, job);
    Actor.SYSTEM.call(() -> schedules.put(schedule));
  }

  /// When the next run is due.
  Optional<Instant> next() {
    return Actor.SYSTEM.call(schedules::list).stream()
        .filter(s -> s.schedule().name().equals(NAME))
        .map(ScheduleStatus::next)
        .findFirst();
  }
}
