package org.marquetry.data.intake;

import org.marquetry.data.api.Imports;
import org.marquetry.data.api.QuarantinePage;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `GET /imports/{id}/quarantine`: rows that were not loaded.
@Provider("imports.quarantine")
@Component
public final class GetQuarantine implements Operation {
  private final Imports imports;

  @Activate
  public GetQuarantine(@Reference Imports imports) {
    this.imports = imports;
  }

  @Override
  public OperationSpec spec() {
    return OperationSpec.get(
        "/imports/{id}/quarantine",
        "List rows that an import did not load",
        QuarantinePage.class,
        "data.import");
  }

  @Override
  public Answer handle(Request request) {
    int offset = (int) ImportDoor.number(request, "offset", 0);
    int limit = (int) ImportDoor.number(request, "limit", 100);
    return ImportDoor.on(() -> imports.quarantine(request.path("id"), offset, limit));
  }
}
