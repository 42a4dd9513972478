package org.marquetry.data.intake;

import org.marquetry.data.api.Imports;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `GET /imports`: newest first.
@Provider("imports.list")
@Component
public final class ListImports implements Operation {
  private final Imports imports;

  @Activate
  public ListImports(@Reference Imports imports) {
    this.imports = imports;
  }

  @Override
  public OperationSpec spec() {
    return OperationSpec.get(
        "/imports", "List imports, newest first", ImportDoor.All.class, "data.read");
  }

  @Override
  public Answer handle(Request request) {
    int offset = (int) ImportDoor.number(request, "offset", 0);
    int limit = (int) ImportDoor.number(request, "limit", 50);
    return ImportDoor.on(() -> new ImportDoor.All(imports.list(offset, limit)));
  }
}
