package org.marquetry.campaign.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marquetry.campaign.api.CampaignState;
import org.marquetry.campaign.core.desk.LaunchTable.Launch;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.time.Timers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Starts the job of a launch when somebody is due. It looks at what is stored and remembers
/// nothing, so that nothing is lost between a job's end and the next.
@Component(
    service = {},
    immediate = true)
public final class LaunchKeeper {
  private static final Duration PERIOD = Duration.ofMillis(500);
  private static final int ATTEMPTS = 20;

  private final Desk desk;
  private final LaunchTable launches;
  private final Jobs jobs;
  private final Timers.Timer timer;

  @Activate
  public LaunchKeeper(@Reference Desk desk, @Reference Jobs jobs, @Reference Timers timers) {
    this.desk = desk;
    this.launches = desk.store().launches();
    this.jobs = jobs;
    timer = Actor.SYSTEM.call(() -> timers.poll("campaign.core.launches", PERIOD, this::look));
  }

  @Deactivate
  void stop() {
    timer.cancel();
  }

  private void look() {
    List<Launch> running = launches.running();
    if (running.isEmpty()) {
      return;
    }
    Instant now = desk.clock().instant();
    boolean allHeld = launches.isHeld();
    Set<String> held = launches.held();
    for (Launch launch : running) {
      boolean goesOn = !allHeld && !held.contains(launch.campaign());
      if (launch.state() == CampaignState.CHOOSING || (goesOn && isDue(launch, now))) {
        Actor.SYSTEM.run(() ->
            jobs.start(new JobRequest(LaunchJob.KIND, launch.campaign(), Map.of(), ATTEMPTS)));
      }
    }
  }

  /// Also when everybody is served and only the end is to be noted.
  private boolean isDue(Launch launch, Instant now) {
    Optional<Instant> next = launches.next(launch.campaign());
    return next.isEmpty() || !next.get().isAfter(now);
  }
}
