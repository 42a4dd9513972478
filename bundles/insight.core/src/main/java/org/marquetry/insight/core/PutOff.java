package org.marquetry.insight.core;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.marquetry.sql.api.Database;

/// What users put off, in the operational store.
final class PutOff {
  private final Database database;

  PutOff(Database database) {
    this.database = database;
  }

  Set<String> of(String user, Instant now) {
    return database.transaction(s ->
        s
            .query(
                "SELECT item_key FROM put_off WHERE user_id = ? AND until_at > ?",
                row -> row.string("item_key"),
                user,
                now)
            .stream()
            .collect(Collectors.toUnmodifiableSet()));
  }

  void add(String user, String key, Instant now, Instant until) {
    database.transaction(s -> {
      s.update("DELETE FROM put_off WHERE until_at <= ?", now);
      s.update("DELETE FROM put_off WHERE user_id = ? AND item_key = ?", user, key);
      return s.update(
          "INSERT INTO put_off(user_id, item_key, until_at) VALUES (?, ?, ?)", user, key, until);
    });
  }

  int clear(String user) {
    return database.transaction(s -> s.update("DELETE FROM put_off WHERE user_id = ?", user));
  }
}
