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

/// `GET /privacy/declarations`: what personal data is kept, by store.
@Provider("privacy.declarations")
@Component
public final class GetDeclarations implements Operation {
  private final Privacy privacy;

  @Activate
  public GetDeclarations(@Reference Privacy privacy) {
    this.privacy = privacy;
  }

  @Override
  public OperationSpec spec() {
    return OperationSpec.get(
        "/privacy/declarations",
        "What personal data is kept, where, what for, how long",
        DeclarationsAnswer.class,
        "privacy.read");
  }

  @Override
  public Answer handle(Request request) {
    return Answer.ok(new DeclarationsAnswer(privacy.declarations(), privacy.undeclared()));
  }
}
