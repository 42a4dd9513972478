package org.marquetry.profile.core.segment;

import java.util.Map;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.platform.api.jobs.Schedule;
import org.marquetry.platform.api.jobs.Schedules;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.profile.api.SavedSegment;
import org.marquetry.profile.api.Segments;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Keeps how many each segment has when a day begins.
@Component(immediate = true)
public final class MeasureSegments implements JobHandler {
  static final String KIND = "segment.measure";
  private static final String AFTER_MIDNIGHT = "1 0 * * *";

  private final Segments segments;
  private final SegmentStore store;
  private final ShopZone zone;

  @Activate
  public MeasureSegments(
      @Reference Segments segments,
      @Reference SegmentStore store,
      @Reference ShopZone zone,
      @Reference Schedules schedules) {
    this.segments = segments;
    this.store = store;
    this.zone = zone;
    Actor.SYSTEM.run(() ->
        schedules.put(
            new Schedule(
                "segment.daily",
                AFTER_MIDNIGHT,
                Schedule.Missed.RUN_ONCE,
                JobRequest.of(KIND, "all"))));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Words title() {
    return new Words("统计细分的人数", "Counting the members of segments");
  }

  @Override
  public Map<String, String> run(JobContext job) throws JobStopped {
    int measured = 0;
    for (SavedSegment segment : store.newest().list()) {
      if (job.cancelled()) {
        throw new JobStopped();
      }
      store.size(segment.id(), zone.today(), segments.count(segment.rule()).count());
      measured++;
    }
    return Map.of("segments", Integer.toString(measured));
  }
}
