package org.marquetry.data.intake;

import java.util.Optional;
import org.marquetry.data.api.Imports;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `DELETE /imports/{id}`: its files go.
@Provider("imports.discard")
@Component
public final class DeleteImport implements Operation {
  private final Imports imports;

  @Activate
  public DeleteImport(@Reference Imports imports) {
    this.imports = imports;
  }

  @Override
  public OperationSpec spec() {
    return new OperationSpec(
        "DELETE",
        "/imports/{id}",
        "Forget an import that was never loaded, or delete the files of one that was",
        Optional.empty(),
        0,
        Optional.empty(),
        "data.import",
        true,
        OperationSpec.Rate.NORMAL);
  }

  @Override
  public Answer handle(Request request) {
    String id = request.path("id");
    ImportDoor.on(() -> {
      imports.discard(id);
      return new ImportDoor.Named(id);
    });
    return Answer.nothing();
  }
}
