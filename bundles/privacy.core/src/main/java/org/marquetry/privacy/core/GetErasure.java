package org.marquetry.privacy.core;

import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.platform.api.http.Request;
import org.marquetry.privacy.api.ErasureStatus;
import org.marquetry.privacy.api.Privacy;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `GET /privacy/erasures/{id}`: how one erasure stands.
@Provider("privacy.erasure")
@Component
public final class GetErasure implements Operation {
  private final Privacy privacy;

  @Activate
  public GetErasure(@Reference Privacy privacy) {
    this.privacy = privacy;
  }

  @Override
  public OperationSpec spec() {
    return OperationSpec.get(
        "/privacy/erasures/{id}", "How an erasure stands", ErasureStatus.class, "privacy.read");
  }

  @Override
  public Answer handle(Request request) {
    return privacy
        .erasure(request.path("id"))
        .map(Answer::ok)
        .orElseThrow(() ->
            new ProblemException(
                new Problem(
                    404,
                    "There is no such erasure",
                    "No erasure has this id.",
                    "GET /api/v1/privacy/erasures lists them.")));
  }
}
