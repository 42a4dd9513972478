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

/// `POST /imports`: begin to store a file.
@Provider("imports.begin")
@Component
public final class PostImport implements Operation {
  private final Imports imports;

  @Activate
  public PostImport(@Reference Imports imports) {
    this.imports = imports;
  }

  @Override
  public OperationSpec spec() {
    return new OperationSpec(
        "POST",
        "/imports",
        "Begin an import: say the name of the file",
        Optional.of(ImportDoor.Named.class),
        0,
        Optional.of(ImportStatus.class),
        "data.import",
        false,
        OperationSpec.Rate.NORMAL);
  }

  @Override
  public Answer handle(Request request) {
    return ImportDoor.on(() -> {
      String id = imports.begin(request.body(ImportDoor.Named.class).name());
      return ImportDoor.status(imports, id);
    });
  }
}
