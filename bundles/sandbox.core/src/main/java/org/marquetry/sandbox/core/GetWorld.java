package org.marquetry.sandbox.core;

import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.marquetry.sandbox.api.Sandbox;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `GET /world`.
@Provider("world.get")
@Component
public final class GetWorld implements Operation {
  private final Sandbox sandbox;

  @Activate
  public GetWorld(@Reference Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  @Override
  public OperationSpec spec() {
    return OperationSpec.get(
        "/world", "Tell how the synthetic shop stands", WorldAnswer.class, "sandbox.read");
  }

  @Override
  public Answer handle(Request request) {
    return Answer.ok(WorldAnswer.of(sandbox.state()));
  }
}
