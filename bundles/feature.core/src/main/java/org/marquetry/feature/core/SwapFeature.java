package org.marquetry.feature.core;

import java.util.Optional;
import org.marquetry.feature.api.Features;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `POST /features/{name}/swap`.
@Provider("feature.swap")
@Component
public final class SwapFeature implements Operation {
  private final Features features;

  @Activate
  public SwapFeature(@Reference Features features) {
    this.features = features;
  }

  @Override
  public OperationSpec spec() {
    return new OperationSpec(
        "POST",
        "/features/{name}/swap",
        "Replace the bundles of a running feature by those its repository holds now",
        Optional.empty(),
        0,
        Optional.of(ChangeMade.class),
        "feature.install",
        false,
        OperationSpec.Rate.HEAVY);
  }

  @Override
  public Answer handle(Request request) {
    return ChangeMade.answer(() -> features.swap(request.path("name")));
  }
}
