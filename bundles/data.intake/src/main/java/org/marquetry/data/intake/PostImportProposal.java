package org.marquetry.data.intake;

import java.util.Optional;
import org.marquetry.data.api.ImportProposal;
import org.marquetry.data.api.Imports;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `POST /imports/{id}/proposal`: how the file is understood.
@Provider("imports.inspect")
@Component
public final class PostImportProposal implements Operation {
  private final Imports imports;

  @Activate
  public PostImportProposal(@Reference Imports imports) {
    this.imports = imports;
  }

  @Override
  public OperationSpec spec() {
    return new OperationSpec(
        "POST",
        "/imports/{id}/proposal",
        "Understand the file of an import from its first rows",
        Optional.of(ImportDoor.MappingBody.class),
        0,
        Optional.of(ImportProposal.class),
        "data.import",
        true,
        OperationSpec.Rate.NORMAL);
  }

  @Override
  public Answer handle(Request request) {
    var mapping = request.body(ImportDoor.MappingBody.class).mapping();
    return ImportDoor.on(() -> imports.inspect(request.path("id"), mapping));
  }
}
