package org.marquetry.data.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.marquetry.data.api.PageKeys.PageKey;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.marquetry.sql.api.Row;
import org.marquetry.sql.api.Session;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The page keys: rows of the operational store, and a copy in memory for the door, which asks at
/// each request.
@Component(service = KeyTable.class)
public final class KeyTable {
  private final Database database;
  private volatile List<PageKey> keys;

  @Activate
  public KeyTable(@Reference Databases databases) {
    database =
        Actor.SYSTEM.call(() -> databases.open(KeyTable.class, List.of("0001-page-keys.sql")));
    keys = database.transaction(s -> s.query("SELECT * FROM page_keys ORDER BY id", KeyTable::key));
  }

  List<PageKey> all() {
    return keys;
  }

  Optional<PageKey> active(String id) {
    return keys.stream().filter(k -> k.id().equals(id) && k.removedAt().isEmpty()).findFirst();
  }

  synchronized PageKey add(PageKey key) {
    database.transaction(s ->
        s.update(
            "INSERT INTO page_keys (id, label, origins, counts_orders, made_at) VALUES (?, ?, ?, ?, ?)",
            key.id(),
            key.label(),
            String.join(" ", key.origins()),
            key.countsOrders(),
            key.madeAt()));
    keys = Stream.concat(keys.stream(), Stream.of(key)).toList();
    return key;
  }

  /// @param active whether it must be one that counts, or one that was removed
  synchronized PageKey change(String id, boolean active, UnaryOperator<PageKey> change) {
    PageKey before =
        keys.stream()
            .filter(k -> k.id().equals(id) && k.removedAt().isEmpty() == active)
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    active
                        ? "there is no page key " + id
                        : "no page key of the id " + id + " was removed"));
    PageKey after = change.apply(before);
    database.transaction(s -> write(s, after));
    keys = keys.stream().map(k -> k.id().equals(id) ? after : k).toList();
    return after;
  }

  private static int write(Session session, PageKey key) {
    return session.update(
        "UPDATE page_keys SET label = ?, origins = ?, counts_orders = ?, removed_at = ? WHERE id = ?",
        key.label(),
        String.join(" ", key.origins()),
        key.countsOrders(),
        key.removedAt().orElse(null),
        key.id());
  }

  private static PageKey key(Row r) {
    return new PageKey(
        r.string("id"),
        r.string("label"),
        Set.of(r.string("origins").split(" ", -1)),
        r.bool("counts_orders"),
        r.instant("made_at"),
        r.optInstant("removed_at"));
  }
}
