package org.marquetry.data.intake;

import java.util.List;
import java.util.Map;
import org.marquetry.data.api.Imports;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `GET /import-roles`: what a file can be.
@Provider("imports.roles")
@Component
public final class ListImportRoles implements Operation {
  private final Imports imports;

  @Activate
  public ListImportRoles(@Reference Imports imports) {
    this.imports = imports;
  }

  /// @param roles meanings of columns by role
  record Roles(Map<String, List<String>> roles) {}

  @Override
  public OperationSpec spec() {
    return OperationSpec.get(
        "/import-roles", "List what a file and its columns can be", Roles.class, "data.read");
  }

  @Override
  public Answer handle(Request request) {
    return Answer.ok(new Roles(imports.roles()));
  }
}
