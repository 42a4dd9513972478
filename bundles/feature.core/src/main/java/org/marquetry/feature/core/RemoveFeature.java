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

/// `DELETE /features/{name}`.
@Provider("feature.remove")
@Component
public final class RemoveFeature implements Operation {
  private final Features features;

  @Activate
  public RemoveFeature(@Reference Features features) {
    this.features = features;
  }

  @Override
  public OperationSpec spec() {
    return new OperationSpec(
        "DELETE",
        "/features/{name}",
        "Remove a feature that was installed",
        Optional.empty(),
        0,
        Optional.of(ChangeMade.class),
        "feature.install",
        true,
        OperationSpec.Rate.HEAVY);
  }

  @Override
  public Answer handle(Request request) {
    return ChangeMade.answer(() -> features.remove(request.path("name")));
  }
}
