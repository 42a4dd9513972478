package org.marquetry.profile.core.live;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.projection.Projections;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Folds live profiles anew when an import was taken back, or changed what an earlier one had
/// brought: a fold cannot forget. The old profiles answer meanwhile.
@Component(immediate = true)
public final class Refold implements JobHandler {
  static final String KIND = "profile.refold";

  private final LiveFold fold;
  private final Projections projections;
  private final Jobs jobs;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final LiveFold.Follower follower = (_, state) -> look(state);

  @Activate
  public Refold(
      @Reference LiveStore store, @Reference Projections projections, @Reference Jobs jobs) {
    this.fold = store.fold();
    this.projections = projections;
    this.jobs = jobs;
    fold.follow(follower);
    fold.states().forEach(this::look);
  }

  @Deactivate
  void stop() {
    fold.unfollow(follower);
  }

  private void look(LiveState state) {
    if (state.stale && asked.compareAndSet(false, true)) {
      Actor.SYSTEM.run(() -> jobs.start(JobRequest.of(KIND, fold.name())));
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
    asked.set(false); // what becomes stale from now on asks again
    job.step(new Words("重新汇总画像", "fold the profiles anew"));
    Actor.SYSTEM.run(() -> projections.rebuild(fold.name()));
    return Map.of();
  }
}
