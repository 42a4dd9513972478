package org.marquetry.access.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.marquetry.access.api.Users;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.platform.api.http.Request;

/// API keys at the door.
record KeyOperations(Users users) {
  private static final Ops ACCESS = new Ops("access.read", "access.write");

  /// @param removedAt when it was removed; absent while it counts
  record KeyEntry(String id, String label, List<String> permissions, Optional<Instant> removedAt) {
    static KeyEntry of(Users.ApiKey key) {
      return new KeyEntry(
          key.id(), key.label(), key.permissions().stream().sorted().toList(), key.removedAt());
    }
  }

  record KeyList(List<KeyEntry> keys) {}

  record NewKey(String label, List<String> permissions) {}

  /// @param key shown this once
  record MadeKey(String id, String key) {
    @Override
    public String toString() {
      return "MadeKey[" + id + "]"; // nothing secret in a log
    }
  }

  List<Op> all() {
    return List.of(
        ACCESS.get(
            "keys.list",
            "/keys",
            "List API keys, also removed ones",
            KeyList.class,
            r -> new KeyList(users.keys().stream().map(KeyEntry::of).toList())),
        ACCESS.change(
            "keys.make",
            "POST /keys",
            "Make an API key; the answer shows it this once",
            NewKey.class,
            MadeKey.class,
            false,
            this::make),
        ACCESS.change(
            "keys.remove",
            "DELETE /keys/{id}",
            "Remove an API key; can be restored",
            null,
            null,
            true,
            this::remove),
        ACCESS.change(
            "keys.restore",
            "POST /keys/{id}/restore",
            "Let a removed API key count again",
            null,
            KeyEntry.class,
            true,
            r -> Answer.ok(KeyEntry.of(users.restoreKey(id(r, false))))));
  }

  private Answer make(Request request) {
    NewKey sent = request.body(NewKey.class);
    String key = users.makeKey(sent.label(), Set.copyOf(sent.permissions()));
    return Answer.ok(new MadeKey(ApiKeys.id(key), key));
  }

  private Answer remove(Request request) {
    users.removeKey(id(request, true));
    return Answer.nothing();
  }

  private String id(Request request, boolean counts) {
    String id = request.path("id");
    if (users.keys().stream()
        .noneMatch(k -> k.id().equals(id) && k.removedAt().isEmpty() == counts)) {
      throw new ProblemException(
          new Problem(
              404,
              "Not found",
              "There is no such API key " + id + ".",
              "Look at GET /api/v1/keys."));
    }
    return id;
  }
}
