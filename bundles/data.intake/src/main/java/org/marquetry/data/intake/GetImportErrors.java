package org.marquetry.data.intake;

import org.marquetry.data.api.Imports;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Bytes;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `GET /imports/{id}/errors?offset=N`: the next part of the error file; empty at its end.
@Provider("imports.errors")
@Component
public final class GetImportErrors implements Operation {
  private final Imports imports;

  @Activate
  public GetImportErrors(@Reference Imports imports) {
    this.imports = imports;
  }

  @Override
  public OperationSpec spec() {
    return OperationSpec.get(
        "/imports/{id}/errors",
        "Read the error file of an import from the query parameter offset on, 8 MB at a time",
        Bytes.class,
        "data.import");
  }

  @Override
  public Answer handle(Request request) {
    long offset = ImportDoor.number(request, "offset", 0);
    return ImportDoor.on(() ->
        new Bytes("text/csv", imports.errorFile(request.path("id"), offset, Imports.MAX_PART)));
  }
}
