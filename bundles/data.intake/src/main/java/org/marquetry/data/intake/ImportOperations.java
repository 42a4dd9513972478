package org.marquetry.data.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.data.api.ImportMapping;
import org.marquetry.data.api.ImportProposal;
import org.marquetry.data.api.ImportStatus;
import org.marquetry.data.api.Imports;
import org.marquetry.data.api.QuarantinePage;
import org.marquetry.data.api.UndoPreview;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Bytes;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Imports at the door for programs. Calls the service through the gate, as the actor who sent the
/// request.
@Component(
    service = {},
    immediate = true)
public final class ImportOperations {
  private static final Ops LOOK = new Ops("data.read", "data.import");
  private static final Ops OPS = new Ops("data.import", "data.import");

  private final Imports imports;
  private final Served served;

  @Activate
  public ImportOperations(BundleContext context, @Reference Imports imports) {
    this.imports = imports;
    served = Served.by(context, "imports", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  /// @param roles meanings of columns by role
  record Roles(Map<String, List<String>> roles) {}

  private List<Op> all() {
    return List.of(
        LOOK.get(
            "roles",
            "/import-roles",
            "List what a file and its columns can be",
            Roles.class,
            _ -> new Roles(imports.roles())),
        LOOK.get(
            "list",
            "/imports",
            "List imports, newest first",
            ImportDoor.All.class,
            ImportDoor.told(this::list)),
        LOOK.get(
            "status",
            "/imports/{id}",
            "See how an import stands",
            ImportStatus.class,
            ImportDoor.told(r -> status(id(r)))),
        OPS.change(
            "begin",
            "POST /imports",
            "Begin an import: say the name of the file",
            ImportDoor.Named.class,
            ImportStatus.class,
            false,
            ImportDoor.on(r -> status(imports.begin(r.body(ImportDoor.Named.class).name())))),
        append(),
        moves("stored", "Say that the file of an import is whole", true, imports::stored),
        OPS.change(
            "inspect",
            "POST /imports/{id}/proposal",
            "Understand the file of an import from its first rows",
            ImportDoor.MappingBody.class,
            ImportProposal.class,
            true,
            ImportDoor.on(r -> imports.inspect(id(r), mapping(r)))),
        OPS.change(
            "check",
            "POST /imports/{id}/check",
            "Count what an import would do, without loading anything",
            ImportDoor.MappingBody.class,
            ImportStatus.class,
            false,
            ImportDoor.on(r -> {
              imports.check(id(r), mapping(r));
              return status(id(r));
            })),
        OPS.change(
            "start",
            "POST /imports/{id}/start",
            "Import the file",
            ImportDoor.MappingBody.class,
            ImportStatus.class,
            false,
            ImportDoor.on(r -> {
              imports.start(id(r), mapping(r));
              return status(id(r));
            })),
        moves("cancel", "Stop a dry run or an import", false, imports::cancel),
        OPS.get(
            "quarantine",
            "/imports/{id}/quarantine",
            "List rows that an import did not load",
            QuarantinePage.class,
            ImportDoor.told(this::quarantine)),
        OPS.get(
            "errors",
            "/imports/{id}/errors",
            "Read the error file of an import from the query parameter offset on, 8 MB at a time",
            Bytes.class,
            ImportDoor.told(this::errors)),
        OPS.get(
            "preview",
            "/imports/{id}/undo",
            "Say what taking an import back would do",
            UndoPreview.class,
            ImportDoor.told(r -> imports.undoPreview(id(r)))),
        moves("undo", "Take an import back", false, imports::undo),
        OPS.change(
            "discard",
            "DELETE /imports/{id}",
            "Forget an import that was never loaded, or delete the files of one that was",
            null,
            null,
            true,
            this::discard));
  }

  /// `POST /imports/{id}/NAME`, answered with how the import stands then.
  private Op moves(String name, String summary, boolean idempotent, Move move) {
    return OPS.change(
        name,
        "POST /imports/{id}/" + name,
        summary,
        null,
        ImportStatus.class,
        idempotent,
        ImportDoor.on(r -> {
          move.on(id(r));
          return status(id(r));
        }));
  }

  private interface Move {
    void on(String id);
  }

  private Op append() {
    return new Op(
        "append",
        new OperationSpec(
            "PUT",
            "/imports/{id}/content",
            "Store the next part of the file of an import, at most 8 MB, from the query parameter"
                + " offset on",
            Optional.of(Bytes.class),
            0,
            Optional.of(ImportDoor.Stored.class),
            "data.import",
            true,
            OperationSpec.Rate.HEAVY),
        ImportDoor.on(r ->
            new ImportDoor.Stored(
                imports.append(
                    id(r), ImportDoor.number(r, "offset", 0), r.body(Bytes.class).content()))));
  }

  private ImportDoor.All list(Request request) {
    int offset = (int) ImportDoor.number(request, "offset", 0);
    int limit = (int) ImportDoor.number(request, "limit", 50);
    return new ImportDoor.All(imports.list(offset, limit));
  }

  private QuarantinePage quarantine(Request request) {
    int offset = (int) ImportDoor.number(request, "offset", 0);
    int limit = (int) ImportDoor.number(request, "limit", 100);
    return imports.quarantine(id(request), offset, limit);
  }

  private Bytes errors(Request request) {
    long offset = ImportDoor.number(request, "offset", 0);
    return new Bytes("text/csv", imports.errorFile(id(request), offset, Imports.MAX_PART));
  }

  private Answer discard(Request request) {
    ImportDoor.tell(() -> {
      imports.discard(id(request));
      return new ImportDoor.Named(id(request));
    });
    return Answer.nothing();
  }

  private static String id(Request request) {
    return request.path("id");
  }

  private static ImportMapping mapping(Request request) {
    return request.body(ImportDoor.MappingBody.class).mapping();
  }

  private ImportStatus status(String id) {
    return ImportDoor.status(imports, id);
  }
}
