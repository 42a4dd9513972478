package org.marquetry.recommend.mf;

import java.util.Map;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.recommend.api.Recommendations;
import org.marquetry.recommend.api.TrainRequest;
import org.marquetry.recommend.api.TrainResult;
import org.marquetry.recommend.spi.TrainingCancelledException;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Learns from the shop's events again; the earlier model answers until it is done.
@Component
public final class TrainJob implements JobHandler {
  static final String KIND = "recommend.train";

  private final Recommendations recommendations;

  @Activate
  public TrainJob(@Reference(target = "(marquetry.provider=mf)") Recommendations recommendations) {
    this.recommendations = recommendations;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Words title() {
    return new Words("学习推荐", "Learning what to recommend");
  }

  @Override
  public Map<String, String> run(JobContext job) {
    return switch (train(job)) {
      case TrainResult.Trained(var card) ->
          Map.of(
              "customers", Integer.toString(card.customers()),
              "products", Integer.toString(card.products()),
              "interactions", Long.toString(card.interactions()));
      case TrainResult.TooFewInteractions(long found, long needed) ->
          Map.of("found", Long.toString(found), "needed", Long.toString(needed));
    };
  }

  private TrainResult train(JobContext job) {
    try {
      return Actor.SYSTEM.call(() -> recommendations.train(TrainRequest.standard(), job));
    } catch (TrainingCancelledException e) {
      throw new JobStopped();
    }
  }
}
