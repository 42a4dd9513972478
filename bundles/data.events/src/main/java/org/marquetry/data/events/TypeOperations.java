package org.marquetry.data.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marquetry.data.api.OwnTypes;
import org.marquetry.data.api.OwnTypes.EventType;
import org.marquetry.data.api.OwnTypes.Field;
import org.marquetry.data.api.OwnTypes.Kind;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// The shop's own event types at the door for programs.
@Component(
    service = {},
    immediate = true)
public final class TypeOperations {
  private final OwnTypes own;
  private final List<ServiceRegistration<Operation>> registered;

  @Activate
  public TypeOperations(BundleContext context, @Reference OwnTypes own) {
    this.own = own;
    registered = all().stream().map(op -> register(context, op)).toList();
  }

  /// An operation whose handler is a function.
  private record Op(String name, OperationSpec spec, Function<Request, Answer> handler)
      implements Operation {
    @Override
    public Answer handle(Request request) {
      return handler.apply(request);
    }
  }

  private static ServiceRegistration<Operation> register(BundleContext context, Op op) {
    return context.registerService(
        Operation.class,
        op,
        FrameworkUtil.asDictionary(Map.of(Provider.PREFIX_ + "provider", "data." + op.name())));
  }

  @Deactivate
  void close() {
    registered.forEach(ServiceRegistration::unregister);
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
        new Op(
            "eventTypes.list",
            OperationSpec.get(
                "/event-types", "The shop's own event types", TypeList.class, "data.read"),
            _ -> Answer.ok(new TypeList(own.types().stream().map(TypeEntry::of).toList()))),
        new Op(
            "eventTypes.history",
            OperationSpec.get(
                "/event-types/{name}/history",
                "What a type declared over time",
                History.class,
                "data.read"),
            r -> Answer.ok(history(r.path("name")))),
        new Op(
            "eventTypes.declare",
            change("PUT", "Declare an event type of the shop's own", WantedType.class),
            r -> {
              own.declare(r.body(WantedType.class).named(r.path("name")));
              return Answer.nothing();
            }),
        new Op(
            "eventTypes.withdraw",
            change("DELETE", "Take the declaration of an event type back", null),
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

  private static OperationSpec change(
      String method, String summary, @Nullable Class<? extends Record> body) {
    return new OperationSpec(
        method,
        "/event-types/{name}",
        summary,
        Optional.ofNullable(body),
        body == null ? 0 : 1,
        Optional.empty(),
        "data.configure",
        true,
        OperationSpec.Rate.NORMAL);
  }
}
