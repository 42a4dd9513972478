package org.marquetry.data.intake;

import org.marquetry.data.api.Imports;
import org.marquetry.data.api.UndoPreview;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `GET /imports/{id}/undo`: what taking it back would do.
@Provider("imports.preview")
@Component
public final class GetImportUndo implements Operation {
  private final Imports imports;

  @Activate
  public GetImportUndo(@Reference Imports imports) {
    this.imports = imports;
  }

  @Override
  public OperationSpec spec() {
    return OperationSpec.get(
        "/imports/{id}/undo",
        "Say what taking an import back would do",
        UndoPreview.class,
        "data.import");
  }

  @Override
  public Answer handle(Request request) {
    return ImportDoor.on(() -> imports.undoPreview(request.path("id")));
  }
}
