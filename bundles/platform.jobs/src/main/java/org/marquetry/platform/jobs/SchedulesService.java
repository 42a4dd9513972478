package org.marquetry.platform.jobs;

import java.time.InstantSource;
import java.util.List;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.jobs.Schedule;
import org.marquetry.platform.api.jobs.ScheduleStatus;
import org.marquetry.platform.api.jobs.Schedules;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.platform.api.time.Timers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// The schedules of the home as a service; runs from the start of the suite on.
@Provider("jobs")
@Component(immediate = true)
public final class SchedulesService implements Schedules {
  private final Scheduler scheduler;

  @Activate
  public SchedulesService(
      @Reference JobTables tables,
      @Reference Jobs jobs,
      @Reference InstantSource clock,
      @Reference Timers timers,
      @Reference ShopZone zone) {
    this.scheduler =
        new Scheduler(tables.database(), jobs, clock, timers, () -> Actor.SYSTEM.call(zone::zone));
    scheduler.start();
  }

  @Deactivate
  void close() {
    scheduler.close();
  }

  @Override
  public ScheduleStatus put(Schedule schedule) {
    return scheduler.put(schedule);
  }

  @Override
  public boolean remove(String name) {
    return scheduler.remove(name);
  }

  @Override
  public List<ScheduleStatus> list() {
    return scheduler.list();
  }
}
