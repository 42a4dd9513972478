package org.marquetry.platform.api.jobs;

import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Start jobs by the clock of the shop. Schedules outlive a restart of the suite. A run is started
/// at least once: when the suite is killed at that very moment, perhaps again after the restart.
@ProviderType
public interface Schedules {
  /// Keep a schedule, in the place of one with its name; its jobs run as the current actor. When
  /// nothing changed, as when a bundle puts its own at each start, the time it is due stays.
  ///
  /// @throws IllegalArgumentException naming what is wrong in `cron`; nothing is kept
  @Requires("job.start")
  ScheduleStatus put(Schedule schedule);

  /// Take a schedule away; a job that runs goes on.
  ///
  /// @return false when there is none
  @Requires("job.cancel")
  boolean remove(String name);

  /// All schedules, the next due first.
  @Requires("job.read")
  List<ScheduleStatus> list();
}
