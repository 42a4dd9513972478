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

/// `POST /imports/{id}/stored`: the file is whole.
@Provider("imports.stored")
@Component
public final class PostImportStored implements Operation {
  private final Imports imports;

  @Activate
  public PostImportStored(@Reference Imports imports) {
    this.imports = imports;
  }

  @Override
  public OperationSpec spec() {
    return new OperationSpec(
        "POST",
        "/imports/{id}/stored",
        "Say that the file of an import is whole",
        Optional.empty(),
        0,
        Optional.of(ImportStatus.class),
        "data.import",
        true,
        OperationSpec.Rate.NORMAL);
  }

  @Override
  public Answer handle(Request request) {
    String id = request.path("id");
    return ImportDoor.on(() -> {
      imports.stored(id);
      return ImportDoor.status(imports, id);
    });
  }
}
