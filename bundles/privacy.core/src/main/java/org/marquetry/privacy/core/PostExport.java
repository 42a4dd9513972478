package org.marquetry.privacy.core;

import java.util.Optional;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.marquetry.privacy.api.Privacy;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `POST /privacy/exports`: everything that is kept about one person.
@Provider("privacy.export")
@Component
public final class PostExport implements Operation {
  private final Privacy privacy;

  @Activate
  public PostExport(@Reference Privacy privacy) {
    this.privacy = privacy;
  }

  @Override
  public OperationSpec spec() {
    return new OperationSpec(
        "POST",
        "/privacy/exports",
        "Everything that is kept about one person",
        Optional.of(PersonRequest.class),
        0,
        Optional.of(ExportAnswer.class),
        "privacy.export",
        true,
        OperationSpec.Rate.HEAVY);
  }

  @Override
  public Answer handle(Request request) {
    return Answer.ok(new ExportAnswer(privacy.export(request.body(PersonRequest.class).person())));
  }
}
