package org.marquetry.privacy.core;

import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.marquetry.privacy.api.Privacy;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `GET /privacy/erasures`: all erasures, newest first.
@Provider("privacy.erasures")
@Component
public final class GetErasures implements Operation {
  private final Privacy privacy;

  @Activate
  public GetErasures(@Reference Privacy privacy) {
    this.privacy = privacy;
  }

  @Override
  public OperationSpec spec() {
    return OperationSpec.get(
        "/privacy/erasures", "All erasures, newest first", ErasuresAnswer.class, "privacy.read");
  }

  @Override
  public Answer handle(Request request) {
    return Answer.ok(new ErasuresAnswer(privacy.erasures()));
  }
}
