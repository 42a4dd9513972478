package org.marquetry.data.intake;

import java.util.Optional;
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

/// `PUT /imports/{id}/content?offset=N`: store the next part of a file.
@Provider("imports.append")
@Component
public final class PutImportContent implements Operation {
  private final Imports imports;

  @Activate
  public PutImportContent(@Reference Imports imports) {
    this.imports = imports;
  }

  @Override
  public OperationSpec spec() {
    return new OperationSpec(
        "PUT",
        "/imports/{id}/content",
        "Store the next part of the file of an import, at most 8 MB, from the query parameter"
            + " offset on",
        Optional.of(Bytes.class),
        0,
        Optional.of(ImportDoor.Stored.class),
        "data.import",
        true,
        OperationSpec.Rate.HEAVY);
  }

  @Override
  public Answer handle(Request request) {
    long offset = ImportDoor.number(request, "offset", 0);
    byte[] part = request.body(Bytes.class).content();
    return ImportDoor.on(
        () -> new ImportDoor.Stored(imports.append(request.path("id"), offset, part)));
  }
}
