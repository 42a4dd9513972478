package org.marquetry.data.intake;

import org.marquetry.data.api.ImportStatus;
import org.marquetry.data.api.Imports;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `GET /imports/{id}`.
@Provider("imports.status")
@Component
public final class GetImport implements Operation {
  private final Imports imports;

  @Activate
  public GetImport(@Reference Imports imports) {
    this.imports = imports;
  }

  @Override
  public OperationSpec spec() {
    return OperationSpec.get(
        "/imports/{id}", "See how an import stands", ImportStatus.class, "data.read");
  }

  @Override
  public Answer handle(Request request) {
    return ImportDoor.on(() -> ImportDoor.status(imports, request.path("id")));
  }
}
