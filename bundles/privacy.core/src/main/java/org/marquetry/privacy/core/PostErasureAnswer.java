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

/// `POST /privacy/erasures/{id}/answer`: a second person lets an erasure begin, or leaves it.
@Provider("privacy.answer")
@Component
public final class PostErasureAnswer implements Operation {
  private final Privacy privacy;

  @Activate
  public PostErasureAnswer(@Reference Privacy privacy) {
    this.privacy = privacy;
  }

  /// @param confirmed false: the request is forgotten
  record Said(boolean confirmed) {}

  /// @param erasure absent: the request is forgotten
  record Answered(Optional<ErasureStatus> erasure) {}

  @Override
  public OperationSpec spec() {
    return new OperationSpec(
        "POST",
        "/privacy/erasures/{id}/answer",
        "Confirm or refuse an erasure that somebody else asked for",
        Optional.of(Said.class),
        0,
        Optional.of(Answered.class),
        "privacy.erase",
        true,
        OperationSpec.Rate.NORMAL);
  }

  @Override
  public Answer handle(Request request) {
    String id = request.path("id");
    if (request.body(Said.class).confirmed()) {
      return Answer.ok(new Answered(Optional.of(privacy.confirm(id))));
    }
    privacy.refuse(id);
    return Answer.ok(new Answered(Optional.empty()));
  }
}
