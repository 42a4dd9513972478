package org.marquetry.profile.core.live;

import java.time.Duration;
import java.util.Map;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.projection.Projections;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Folds live profiles anew when an import was taken back, or changed what an earlier one had
/// brought: a fold cannot forget. The old profiles answer meanwhile.
///
/// It looks at the published states again and again and remembers nothing: what becomes stale while
/// a job runs is seen when that job is over.
@Component(immediate = true)
public final class Refold implements JobHandler {
  static final String KIND = "profile.refold";
  private static final Duration PERIOD = Duration.ofMillis(500);
  private static final int ATTEMPTS = 20;

  private final LiveFold fold;
  private final Projections projections;
  private final Jobs jobs;
  private final Timers.Timer timer;

  @Activate
  public Refold(
      @Reference LiveStore store,
      @Reference Projections projections,
      @Reference Jobs jobs,
      @Reference Timers timers) {
    this.fold = store.fold();
    this.projections = projections;
    this.jobs = jobs;
    timer = Actor.SYSTEM.call(() -> timers.poll("profile.core.refold", PERIOD, this::look));
  }

  @Deactivate
  void stop() {
    timer.cancel();
  }

  private void look() {
    if (fold.states().anyMatch(state -> state.stale)) {
      Actor.SYSTEM.run(() -> jobs.start(new JobRequest(KIND, fold.name(), Map.of(), ATTEMPTS)));
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Words title() {
    return new Words("重新汇总客户画像", "Adding up customer profiles anew");
  }

  @Override
  public Map<String, String> run(JobContext job) {
    Actor.SYSTEM.run(() -> projections.rebuild(fold.name()));
    return Map.of();
  }
}
