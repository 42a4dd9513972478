package org.marquetry.privacy.core;

import java.util.Optional;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.marquetry.privacy.api.ErasureStatus;
import org.marquetry.privacy.api.Privacy;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `POST /privacy/erasures`: erase one person; the request is on disk when it is answered.
@Provider("privacy.erase")
@Component
public final class PostErasure implements Operation {
  private final Privacy privacy;

  @Activate
  public PostErasure(@Reference Privacy privacy) {
    this.privacy = privacy;
  }

  @Override
  public OperationSpec spec() {
    return new OperationSpec(
        "POST",
        "/privacy/erasures",
        "Erase one person; a job does it until a search finds nothing",
        Optional.of(ErasureRequest.class),
        0,
        Optional.of(ErasureStatus.class),
        "privacy.erase",
        true,
        OperationSpec.Rate.NORMAL);
  }

  @Override
  public Answer handle(Request request) {
    ErasureRequest asked = request.body(ErasureRequest.class);
    return Answer.accepted(privacy.erase(asked.person().person(), asked.reason()));
  }
}
