package org.marquetry.platform.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Row;
import org.marquetry.sql.api.Session;
import org.marquetry.sql.api.SqlException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers a request that comes again under its `Idempotency-Key` as the first time, for 24 h, also
/// after a restart. Answers above 512 KB are not kept.
final class Replays {
  static final int MAX_KEY = 128;
  private static final Logger log = LoggerFactory.getLogger(Replays.class);
  private static final Duration KEPT = Duration.ofHours(24);
  private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);
  private static final int MAX_BODY = 512 << 10;

  /// The key is one caller's, at one operation.
  record Key(String actor, String operation, String key) {}

  private record Entry(String fingerprint, @Nullable Reply reply) {}

  private final Database database;
  private final InstantSource clock;
  private final Seal seal = new Seal();
  private final Map<String, String> running = new HashMap<>();
  private Instant cleaned = Instant.MIN;

  Replays(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Answer from the store, or run the task and keep what it gives; a task that throws, or gives a
  /// status of 500 and more, leaves nothing.
  ///
  /// @param idempotent whether running the task twice does no harm; one that does is noted before
  ///   it runs, so that a suite that was killed meanwhile does not run it again
  /// @throws ProblemException 409 while the first one still runs or when nobody knows whether it
  ///   was done, 422 if the body is another one
  Reply once(Key key, byte[] body, boolean idempotent, Supplier<Reply> task) {
    String id = Seal.id(key);
    String fingerprint = HexFormat.of().formatHex(Seal.sha256(body));
    enter(id, fingerprint);
    try {
      Optional<Entry> earlier = look(id, key, fingerprint, idempotent);
      if (earlier.isPresent()) {
        return answer(earlier.get(), fingerprint);
      }
      Reply reply = null;
      try {
        reply = task.get();
        return reply;
      } finally {
        keep(id, key, fingerprint, idempotent, reply);
      }
    } finally {
      leave(id);
    }
  }

  private synchronized void enter(String id, String fingerprint) {
    String first = running.putIfAbsent(id, fingerprint);
    if (first != null) {
      throw new ProblemException(first.equals(fingerprint) ? stillRunning() : anotherBody());
    }
  }

  private synchronized void leave(String id) {
    running.remove(id);
  }

  private Optional<Entry> look(String id, Key key, String fingerprint, boolean idempotent) {
    Instant now = clock.instant();
    boolean clean = cleaningIsDue(now);
    return database.transaction(s -> {
      if (clean) {
        s.update("DELETE FROM replies WHERE begun_at < ?", now.minus(KEPT));
      }
      Optional<Entry> earlier =
          s.one(
              "SELECT * FROM replies WHERE id = ? AND begun_at >= ?",
              r -> entry(r, key),
              id,
              now.minus(KEPT));
      if (earlier.isEmpty()) {
        s.update("DELETE FROM replies WHERE id = ?", id);
        if (!idempotent) {
          insert(s, id, fingerprint, now);
        }
      }
      return earlier;
    });
  }

  private synchronized boolean cleaningIsDue(Instant now) {
    if (now.isBefore(cleaned.plus(BETWEEN_CLEANINGS))) {
      return false;
    }
    cleaned = now;
    return true;
  }

  private Entry entry(Row r, Key key) {
    Reply reply =
        r.isNull("status")
            ? null
            : new Reply(
                r.intValue("status"),
                r.string("content_type"),
                seal.open(key, r.bytes("sealed_body")));
    return new Entry(r.string("fingerprint"), reply);
  }

  private static Reply answer(Entry entry, String fingerprint) {
    if (!entry.fingerprint.equals(fingerprint)) {
      throw new ProblemException(anotherBody());
    }
    if (entry.reply == null) {
      throw new ProblemException(cutOff());
    }
    return entry.reply;
  }

  private void keep(
      String id, Key key, String fingerprint, boolean idempotent, @Nullable Reply reply) {
    boolean kept = reply != null && reply.status() < 500 && reply.body().length <= MAX_BODY;
    if (!kept && idempotent) {
      return;
    }
    try {
      database.transaction(s -> {
        if (!kept || reply == null) {
          return s.update("DELETE FROM replies WHERE id = ?", id);
        }
        if (idempotent) {
          insert(s, id, fingerprint, clock.instant());
        }
        return s.update(
            "UPDATE replies SET status = ?, content_type = ?, sealed_body = ? WHERE id = ?",
            reply.status(),
            reply.contentType(),
            seal.close(key, reply.body()),
            id);
      });
    } catch (SqlException e) { // the request itself was served
      log.warn("The answer under an Idempotency-Key could not be kept", e);
    }
  }

  private static void insert(Session s, String id, String fingerprint, Instant now) {
    s.update(
        "INSERT INTO replies (id, fingerprint, begun_at) VALUES (?, ?, ?)", id, fingerprint, now);
  }

  private static Problem anotherBody() {
    return new Problem(
        422,
        "Idempotency-Key used before",
        "This Idempotency-Key came before with another body.",
        "Use a new key for a new request.");
  }

  private static Problem stillRunning() {
    return new Problem(
        409,
        "Still running",
        "The first request with this Idempotency-Key still runs.",
        "Try again in 1 s with the same key.");
  }

  private static Problem cutOff() {
    return new Problem(
        409,
        "Not known whether it was done",
        "The suite stopped while the first request with this Idempotency-Key ran.",
        "Look whether it was done; if not, send it again with a new key.");
  }
}
