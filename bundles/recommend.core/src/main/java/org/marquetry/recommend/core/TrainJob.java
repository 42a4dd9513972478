package org.marquetry.recommend.core;

import java.util.Map;
import java.util.Optional;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.recommend.api.Recommendations;
import org.marquetry.recommend.api.TrainRequest;
import org.marquetry.recommend.api.TrainResult;
import org.marquetry.recommend.spi.TrainingCancelledException;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Learns from the shop's events again, the earlier model answers until it is done; or lets one
/// that was kept answer.
@Component
public final class TrainJob implements JobHandler {
  static final String KIND = "recommend.train";
  private static final String ALGORITHM = "algorithm";
  private static final String SNAPSHOT = "snapshot";

  private final Recommendations recommendations;

  @Activate
  public TrainJob(
      @Reference(target = "(marquetry.provider=core)") Recommendations recommendations) {
    this.recommendations = recommendations;
  }

  /// @param algorithm of the trainer; empty: the usual one
  static JobRequest request(Optional<String> algorithm, int attempts) {
    Map<String, String> arguments = algorithm.map(a -> Map.of(ALGORITHM, a)).orElse(Map.of());
    return new JobRequest(KIND, "events", arguments, attempts);
  }

  /// @param snapshot that shall answer
  static JobRequest serving(String snapshot) {
    return new JobRequest(KIND, "events", Map.of(SNAPSHOT, snapshot), 1);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Words title() {
    return new Words("学习推荐", "Learning what to recommend");
  }

  /// What was learned from, or how much was missing; of a model that does not answer because it
  /// finds less, what it finds (`refused`) and what the one that answers does (`former`).
  @Override
  public Map<String, String> run(JobContext job) {
    String snapshot = job.arguments().get(SNAPSHOT);
    if (snapshot != null) {
      Actor.SYSTEM.run(() -> recommendations.serve(snapshot, job));
      return Map.of(SNAPSHOT, snapshot);
    }
    return switch (train(job)) {
      case TrainResult.Trained(var card) ->
          Map.of(
              ALGORITHM,
              card.provenance().algorithm(),
              "customers",
              Integer.toString(card.customers()),
              "products",
              Integer.toString(card.products()),
              "interactions",
              Long.toString(card.interactions()));
      case TrainResult.TooFewInteractions(long found, long needed) ->
          Map.of("found", Long.toString(found), "needed", Long.toString(needed));
      case TrainResult.Refused(var card, double check, double former, var _) ->
          Map.of(
              ALGORITHM,
              card.provenance().algorithm(),
              "refused",
              Double.toString(check),
              "former",
              Double.toString(former));
    };
  }

  private TrainResult train(JobContext job) {
    try {
      TrainRequest usual = TrainRequest.standard();
      TrainRequest request =
          Optional.ofNullable(job.arguments().get(ALGORITHM)).map(usual::by).orElse(usual);
      return Actor.SYSTEM.call(() -> recommendations.train(request, job));
    } catch (TrainingCancelledException e) {
      throw new JobStopped();
    }
  }
}
