package org.marquetry.access.core;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.sql.api.Row;
import org.marquetry.sql.api.Session;

/// Users, keys and settings as rows.
record Rows(Session session) {
  private static final String SHOP = "shop.";

  State read() {
    return new State(
        session.query("SELECT * FROM users", Rows::account),
        session.query("SELECT * FROM api_keys", Rows::key),
        shop());
  }

  private static Account account(Row r) {
    return new Account(
        r.string("id"),
        r.string("name"),
        r.string("hash"),
        words(r.string("roles")),
        r.string("language"),
        r.optInstant("removed_at"));
  }

  private static Key key(Row r) {
    return new Key(
        r.string("id"),
        r.string("label"),
        r.string("hash"),
        words(r.string("permissions")),
        r.optInstant("removed_at"));
  }

  void put(Account a) {
    String logInName = a.isActive() ? Names.key(a.name()) : null;
    Instant removedAt = a.removedAt().orElse(null);
    int known =
        session.update(
            "UPDATE users SET name = ?, log_in_name = ?, hash = ?, roles = ?, language = ?, removed_at = ? WHERE id = ?",
            a.name(),
            logInName,
            a.hash(),
            line(a.roles()),
            a.language(),
            removedAt,
            a.id());
    if (known == 0) {
      session.update(
          "INSERT INTO users (id, name, log_in_name, hash, roles, language, removed_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
          a.id(),
          a.name(),
          logInName,
          a.hash(),
          line(a.roles()),
          a.language(),
          removedAt);
    }
  }

  void put(Key k) {
    Instant removedAt = k.removedAt().orElse(null);
    int known =
        session.update("UPDATE api_keys SET removed_at = ? WHERE id = ?", removedAt, k.id());
    if (known == 0) {
      session.update(
          "INSERT INTO api_keys (id, label, hash, permissions, removed_at) VALUES (?, ?, ?, ?, ?)",
          k.id(),
          k.label(),
          k.hash(),
          line(k.permissions()),
          removedAt);
    }
  }

  void add(ShopSettings.Change change) {
    ShopSettings.Settings s = change.settings();
    add(change, SHOP + "name", "text", s.name());
    add(change, SHOP + "currency", "currency", s.currency().getCurrencyCode());
    add(change, SHOP + "zone", "zone", s.zone().getId());
  }

  private void add(ShopSettings.Change change, String name, String kind, String text) {
    session.update(
        "INSERT INTO settings (name, kind, text, changed_at, changed_by) VALUES (?, ?, ?, ?, ?)",
        name,
        kind,
        text,
        change.at(),
        change.by());
  }

  /// A change is complete with its last row, the zone.
  private List<ShopSettings.Change> shop() {
    Map<String, String> values = new HashMap<>();
    List<ShopSettings.Change> changes = new ArrayList<>();
    session.query(
        "SELECT * FROM settings WHERE name LIKE 'shop.%' ORDER BY number",
        r -> {
          values.put(r.string("name"), r.string("text"));
          if (r.string("name").equals(SHOP + "zone")) {
            changes.add(
                new ShopSettings.Change(
                    r.instant("changed_at"), r.string("changed_by"), settings(values)));
          }
          return r.longValue("number");
        });
    return changes;
  }

  private static ShopSettings.Settings settings(Map<String, String> values) {
    return new ShopSettings.Settings(
        values.getOrDefault(SHOP + "name", ""),
        Currency.getInstance(values.getOrDefault(SHOP + "currency", "XXX")),
        ZoneId.of(values.getOrDefault(SHOP + "zone", "UTC")));
  }

  private static String line(Set<String> words) {
    return String.join(" ", new TreeSet<>(words));
  }

  private static Set<String> words(String line) {
    return Arrays.stream(line.split(" ", -1))
        .filter(w -> !w.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
