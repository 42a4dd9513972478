package org.marquetry.data.events;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.marquetry.access.api.Audit;
import org.marquetry.data.api.OwnTypes;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.marquetry.sql.api.Row;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The declarations as rows of the operational store, and in memory for the door.
@Provider("declared")
@Component
public final class DeclaredTypes implements OwnTypes {
  private static final int MOST = 200;

  private final Database database;
  private final Audit audit;
  private final InstantSource clock;
  private volatile Map<String, EventType> types;

  @Activate
  public DeclaredTypes(
      @Reference Databases databases, @Reference Audit audit, @Reference InstantSource clock) {
    this.audit = audit;
    this.clock = clock;
    database =
        Actor.SYSTEM.call(() -> databases.open(DeclaredTypes.class, List.of("0001-own-types.sql")));
    Map<String, EventType> all = new TreeMap<>();
    database
        .transaction(s -> s.query("SELECT * FROM own_types ORDER BY number", DeclaredTypes::row))
        .forEach(r ->
            r.change.type().ifPresentOrElse(t -> all.put(r.name, t), () -> all.remove(r.name)));
    types = Map.copyOf(all);
  }

  private record Named(String name, Change change) {}

  @Override
  public List<EventType> types() {
    return List.copyOf(new TreeMap<>(types).values());
  }

  @Override
  public Optional<EventType> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  @Override
  public synchronized void declare(EventType type) {
    if (EventTypes.isKnown(type.name())) {
      throw new Rejected(
          new Words(
              type.name() + " 是系统自有的事件类型；请换一个名称",
              type.name() + " is a type of the vocabulary; call yours otherwise"));
    }
    if (types.size() >= MOST && !types.containsKey(type.name())) {
      throw new Rejected(
          new Words("最多可声明 " + MOST + " 种事件类型", "at most " + MOST + " types can be declared"));
    }
    add(type.name(), Optional.of(type));
    Map<String, EventType> all = new TreeMap<>(types);
    all.put(type.name(), type);
    types = Map.copyOf(all);
    note("event.declare", type.name());
  }

  @Override
  public synchronized void withdraw(String name) {
    if (!types.containsKey(name)) {
      throw new IllegalArgumentException("the type " + name + " is not declared");
    }
    add(name, Optional.empty());
    Map<String, EventType> all = new TreeMap<>(types);
    all.remove(name);
    types = Map.copyOf(all);
    note("event.withdraw", name);
  }

  private void note(String action, String name) {
    audit.note(new Audit.Act(action, "eventType/" + name, Map.of()));
  }

  private void add(String name, Optional<EventType> type) {
    database.transaction(s ->
        s.update(
            "INSERT INTO own_types (name, label, from_pages, fields, set_by, set_at) VALUES (?, ?, ?, ?, ?, ?)",
            name,
            type.map(EventType::label).orElse(null),
            type.filter(EventType::fromPages).isPresent(),
            type.map(DeclaredTypes::fields).orElse(""),
            Actor.current().name(),
            clock.instant()));
  }

  @Override
  public List<Change> history(String name) {
    return database
        .transaction(s ->
            s.query(
                "SELECT * FROM own_types WHERE name = ? ORDER BY number DESC",
                DeclaredTypes::row,
                name))
        .stream()
        .map(Named::change)
        .toList();
  }

  /// One field a line, its parts separated by tabs.
  private static String fields(EventType type) {
    return type.fields().stream()
        .map(f ->
            String.join(
                "\t",
                f.name(),
                f.kind().name(),
                f.unit().replaceAll("\\p{Cntrl}", " "),
                Boolean.toString(f.personal()),
                Boolean.toString(f.required())))
        .collect(Collectors.joining("\n"));
  }

  private static Named row(Row r) {
    String name = r.string("name");
    Optional<EventType> type =
        r.optString("label")
            .map(label ->
                new EventType(name, label, r.bool("from_pages"), fields(r.string("fields"))));
    return new Named(name, new Change(type, r.string("set_by"), r.instant("set_at")));
  }

  private static List<Field> fields(String lines) {
    List<Field> fields = new ArrayList<>();
    Arrays.stream(lines.split("\n", -1))
        .filter(l -> !l.isEmpty())
        .map(l -> l.split("\t", -1))
        .forEach(p ->
            fields.add(
                new Field(
                    p[0],
                    Kind.valueOf(p[1]),
                    p[2],
                    Boolean.parseBoolean(p[3]),
                    Boolean.parseBoolean(p[4]))));
    return fields;
  }
}
