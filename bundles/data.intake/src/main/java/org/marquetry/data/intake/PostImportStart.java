package org.marquetry.data.intake;

import java.util.Optional;
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

/// `POST /imports/{id}/start`: a job begins.
@Provider("imports.start")
@Component
public final class PostImportStart implements Operation {
  private final Imports imports;

  @Activate
  public PostImportStart(@Reference Imports imports) {
    this.imports = imports;
  }

  @Override
  public OperationSpec spec() {
    return new OperationSpec(
        "POST",
        "/imports/{id}/start",
        "Import the file",
        Optional.of(ImportDoor.MappingBody.class),
        0,
        Optional.of(ImportStatus.class),
        "data.import",
        false,
        OperationSpec.Rate.NORMAL);
  }

  @Override
  public Answer handle(Request request) {
    String id = request.path("id");
    var mapping = request.body(ImportDoor.MappingBody.class).mapping();
    return ImportDoor.on(() -> {
      imports.start(id, mapping);
      return ImportDoor.status(imports, id);
    });
  }
}
