package org.marquetry.recommend.mf;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.recommend.api.TrainRequest;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Has recommendations learned when there is something to learn from, after a start or a swap, and
/// again whenever the events that count grew by a fifth. While they stream in it waits.
@Component(
    service = {},
    immediate = true)
public final class TrainKeeper {
  private static final Duration PERIOD = Duration.ofMinutes(1);
  private static final double GROWTH = 1.2;
  private static final double STILL = 1.05; // between two looks
  private static final int ATTEMPTS = 3;

  private final Warehouse warehouse;
  private final Jobs jobs;
  private final Timers.Timer timer;
  private long learnedFrom;
  private long seen;

  @Activate
  public TrainKeeper(
      @Reference Warehouse warehouse, @Reference Jobs jobs, @Reference Timers timers) {
    this.warehouse = warehouse;
    this.jobs = jobs;
    timer = Actor.SYSTEM.call(() -> timers.poll("recommend.mf.train", PERIOD, this::look));
  }

  @Deactivate
  void stop() {
    timer.cancel();
  }

  private synchronized void look() {
    long events = Actor.SYSTEM.call(this::events);
    boolean streaming = events > STILL * seen;
    seen = events;
    if (!streaming && events > 0 && events >= GROWTH * learnedFrom) {
      learnedFrom = events;
      Actor.SYSTEM.call(
          () -> jobs.start(new JobRequest(TrainJob.KIND, "events", Map.of(), ATTEMPTS)));
    }
  }

  private long events() {
    Set<String> types = TrainRequest.standard().strengths().keySet();
    String places = types.stream().map(_ -> "?").collect(Collectors.joining(", "));
    return warehouse
        .query(
            "SELECT count(*) AS n FROM v1.events WHERE customer_id IS NOT NULL AND type IN ("
                + places
                + ")",
            List.copyOf(types),
            row -> row.longValue("n"))
        .getFirst();
  }
}
