package org.marquetry.ui.system;

import com.vaadin.flow.component.Component;
import java.time.InstantSource;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.ui.api.Live;
import org.marquetry.ui.api.PanelContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// What runs right now, on the page Today.
@org.osgi.service.component.annotations.Component
public final class HomeJobs implements PanelContribution {
  private final Jobs jobs;
  private final InstantSource clock;
  private final Live live;

  @Activate
  public HomeJobs(@Reference Jobs jobs, @Reference InstantSource clock, @Reference Live live) {
    this.jobs = jobs;
    this.clock = clock;
    this.live = live;
  }

  @Override
  public String place() {
    return "home";
  }

  @Override
  public String titleKey() {
    return "system.running";
  }

  @Override
  public int order() {
    return 5;
  }

  @Override
  public String permission() {
    return "job.read";
  }

  @Override
  public Component create(String subject) {
    return new RunningJobs(jobs, clock, live);
  }
}
