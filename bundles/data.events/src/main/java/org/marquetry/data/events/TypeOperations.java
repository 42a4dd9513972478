package org.marquetry.data.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marquetry.data.api.OwnTypes;
import org.marquetry.data.api.OwnTypes.EventType;
import org.marquetry.data.api.OwnTypes.Field;
import org.marquetry.data.api.OwnTypes.Kind;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.http.Answer;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// The shop's own event types at the door for programs.
@Component(
    service = {},
    immediate = true)
public final class TypeOperations {
  private static final Ops OPS = new Ops("data.read", "data.configure");

  private final OwnTypes own;
  private final Served served;

  @Activate
  public TypeOperations(BundleContext context, @Reference OwnTypes own) {
    this.own = own;
    served = Served.by(context, "data", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  /// @param kind TEXT, NUMBER, TRUTH, DATE or TIME
  record FieldEntry(
      String name, Kind kind, Optional<String> unit, boolean personal, boolean required) {
    static FieldEntry of(Field f) {
      return new FieldEntry(
          f.name(),
          f.kind(),
          Optional.of(f.unit()).filter(u -> !u.isEmpty()),
          f.personal(),
          f.required());
    }
  }

  record TypeEntry(String name, String label, boolean fromPages, List<FieldEntry> fields) {
    static TypeEntry of(EventType t) {
      return new TypeEntry(
          t.name(), t.label(), t.fromPages(), t.fields().stream().map(FieldEntry::of).toList());
    }
  }

  record TypeList(List<TypeEntry> types) {}

  record WantedType(String label, boolean fromPages, List<FieldEntry> fields) {
    EventType named(String name) {
      return new EventType(
          name,
          label,
          fromPages,
          fields.stream()
              .map(f ->
                  new Field(f.name(), f.kind(), f.unit().orElse(""), f.personal(), f.required()))
              .toList());
    }
  }

  /// @param type absent: it was withdrawn
  record ChangeEntry(Optional<TypeEntry> type, String by, Instant at) {}

  record History(List<ChangeEntry> changes) {}

  private List<Op> all() {
    return List.of(
        OPS.get(
            "eventTypes.list",
            "/event-types",
            "The shop's own event types",
            TypeList.class,
            _ -> new TypeList(own.types().stream().map(TypeEntry::of).toList())),
        OPS.get(
            "eventTypes.history",
            "/event-types/{name}/history",
            "What a type declared over time",
            History.class,
            r -> history(r.path("name"))),
        OPS.change(
            "eventTypes.declare",
            "PUT /event-types/{name}",
            "Declare an event type of the shop's own",
            WantedType.class,
            null,
            true,
            r -> {
              own.declare(r.body(WantedType.class).named(r.path("name")));
              return Answer.nothing();
            }),
        OPS.change(
            "eventTypes.withdraw",
            "DELETE /event-types/{name}",
            "Take the declaration of an event type back",
            null,
            null,
            true,
            r -> {
              own.withdraw(r.path("name"));
              return Answer.nothing();
            }));
  }

  private History history(String name) {
    return new History(
        own.history(name).stream()
            .map(c -> new ChangeEntry(c.type().map(TypeEntry::of), c.by(), c.at()))
            .toList());
  }
}
