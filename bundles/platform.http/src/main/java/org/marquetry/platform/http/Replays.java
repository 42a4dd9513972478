package org.marquetry.platform.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;

/// Answers a request that comes again under its `Idempotency-Key` as the first time. In memory: 24
/// h, at most 10,000 keys and 32 MB, until a restart.
final class Replays {
  static final int MAX_KEY = 128;
  private static final Duration KEPT = Duration.ofHours(24);
  private static final int MAX_KEYS = 10_000;
  private static final long MAX_BYTES = 32L << 20;

  /// The key is one caller's, at one operation.
  record Key(String actor, String operation, String key) {}

  private record Entry(String fingerprint, Instant at, @Nullable Reply reply) {
    long bytes() {
      return reply == null ? 0 : reply.body().length;
    }
  }

  private final InstantSource clock;
  private final Map<Key, Entry> entries = new LinkedHashMap<>();
  private long bytes;

  Replays(InstantSource clock) {
    this.clock = clock;
  }

  /// Answer from memory or run the task and keep what it gives; a task that throws, or gives a
  /// status of 500 and more, leaves nothing.
  ///
  /// @throws ProblemException 409 while the first one still runs, 422 if the body is another one
  Reply once(Key key, byte[] body, Supplier<Reply> task) {
    String fingerprint = sha256(body);
    Reply earlier = begin(key, fingerprint);
    if (earlier != null) {
      return earlier;
    }
    Reply reply = null;
    try {
      reply = task.get();
      return reply;
    } finally {
      end(key, fingerprint, reply);
    }
  }

  private synchronized @Nullable Reply begin(Key key, String fingerprint) {
    Instant now = clock.instant();
    forget(now);
    Entry entry = entries.get(key);
    if (entry == null) {
      entries.put(key, new Entry(fingerprint, now, null));
      return null;
    }
    if (!entry.fingerprint.equals(fingerprint)) {
      throw new ProblemException(
          new Problem(
              422,
              "Idempotency-Key used before",
              "This Idempotency-Key came before with another body.",
              "Use a new key for a new request."));
    }
    if (entry.reply == null) {
      throw new ProblemException(
          new Problem(
              409,
              "Still running",
              "The first request with this Idempotency-Key still runs.",
              "Try again in 1 s with the same key."));
    }
    return entry.reply;
  }

  private synchronized void end(Key key, String fingerprint, @Nullable Reply reply) {
    entries.remove(key);
    if (reply != null && reply.status() < 500) {
      Entry entry = new Entry(fingerprint, clock.instant(), reply);
      entries.put(key, entry);
      bytes += entry.bytes();
    }
  }

  /// The oldest go first; one that still runs stays.
  private void forget(Instant now) {
    Iterator<Entry> oldest = entries.values().iterator();
    while (oldest.hasNext()) {
      Entry entry = oldest.next();
      boolean old = entry.at.plus(KEPT).isBefore(now);
      if (!old && entries.size() < MAX_KEYS && bytes < MAX_BYTES) {
        return;
      }
      if (entry.reply != null) {
        bytes -= entry.bytes();
        oldest.remove();
      }
    }
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
