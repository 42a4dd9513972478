package org.marquetry.feature.core;

import org.marquetry.feature.api.Features;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `GET /features`.
@Provider("feature.list")
@Component
public final class ListFeatures implements Operation {
  private final Features features;

  @Activate
  public ListFeatures(@Reference Features features) {
    this.features = features;
  }

  @Override
  public OperationSpec spec() {
    return OperationSpec.get(
        "/features", "List the features that run", FeatureList.class, "feature.read");
  }

  @Override
  public Answer handle(Request request) {
    return Answer.ok(
        new FeatureList(
            features.installed().stream()
                .map(f ->
                    new FeatureList.RunningFeature(f.name(), f.version(), f.added(), f.bundles()))
                .toList()));
  }
}
