package com.example.sample;

import java.util.Optional;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `PUT /api/v1/ext/sample/points/{customer}`.
@Provider("sample.put")
@Component
public final class PutSample implements Operation {
  private final SamplePoints points;

  @Activate
  public PutSample(@Reference SamplePoints points) {
    this.points = points;
  }

  /// What is sent.
  public record Points(double points) {}

  @Override
  public OperationSpec spec() {
    return new OperationSpec(
        "PUT",
        "/ext/sample/points/{customer}",
        "Say how many points a customer has",
        Optional.of(Points.class),
        0,
        Optional.empty(),
        "segment.write",
        true,
        OperationSpec.Rate.NORMAL);
  }

  @Override
  public Answer handle(Request request) {
    points.put(request.path("customer"), request.body(Points.class).points());
    return Answer.nothing();
  }
}
