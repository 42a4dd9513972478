package org.marquetry.access.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.marquetry.access.api.Audit;
import org.marquetry.lib.json.Json;
import org.marquetry.sql.api.Row;
import org.marquetry.sql.api.Session;

/// The chain of the audit: the hash of an entry is that of the one before it and of its own
/// content, so an entry cannot be changed, added, moved or taken out without breaking what follows.
/// The head keeps how many there are and the last hash: what is cut off at the end shows too.
record AuditChain(Session session) {
  private static final String START = "0".repeat(64);
  private static final int PAGE = 1_000;

  /// The row as it is hashed.
  private record Link(long number, String content, Optional<String> chain) {
    static Link of(Row r) {
      return new Link(
          r.longValue("number"),
          hashed(
              r.instant("noted_at"),
              r.string("actor_kind"),
              r.string("actor"),
              r.string("action"),
              r.string("object"),
              r.string("details")),
          r.optString("chain"));
    }
  }

  private record Head(long entries, String chain) {
    static Head of(Row r) {
      return new Head(r.longValue("entries"), r.string("chain"));
    }
  }

  /// Chain the entries from before there was a chain; does nothing once there is one.
  void begin() {
    if (head().isPresent()) return;
    String last = START;
    long entries = 0;
    for (List<Link> page = after(0); !page.isEmpty(); page = after(page.getLast().number())) {
      for (Link link : page) {
        last = next(last, link.content());
        session.update("UPDATE audit SET chain = ? WHERE number = ?", last, link.number());
        entries++;
      }
    }
    session.update("INSERT INTO audit_head (one, entries, chain) VALUES (1, ?, ?)", entries, last);
  }

  /// The hash of the entry that is added next; the head moves on to it. Whoever adds at the same
  /// time waits.
  String add(Instant at, String kind, String actor, String action, String object, String details) {
    session.update("UPDATE audit_head SET entries = entries + 1 WHERE one = 1");
    Head head = head().orElseThrow(() -> new IllegalStateException("the audit has no head"));
    String chain = next(head.chain(), hashed(at, kind, actor, action, object, details));
    session.update("UPDATE audit_head SET chain = ? WHERE one = 1", chain);
    return chain;
  }

  /// Go through all entries.
  Audit.Verified verify() {
    String last = START;
    long entries = 0;
    for (List<Link> page = after(0); !page.isEmpty(); page = after(page.getLast().number())) {
      for (Link link : page) {
        String expected = next(last, link.content());
        if (link.chain().filter(expected::equals).isEmpty()) {
          return new Audit.Verified(entries, last, Optional.of(link.number()));
        }
        last = expected;
        entries++;
      }
    }
    Head head = head().orElse(new Head(-1, ""));
    boolean whole = head.entries() == entries && head.chain().equals(last);
    return new Audit.Verified(entries, last, whole ? Optional.empty() : Optional.of(0L));
  }

  private List<Link> after(long number) {
    return session.query(
        "SELECT * FROM audit WHERE number > ? ORDER BY number LIMIT " + PAGE, Link::of, number);
  }

  private Optional<Head> head() {
    return session.one("SELECT entries, chain FROM audit_head WHERE one = 1", Head::of);
  }

  /// What is stored of a time.
  static Instant stored(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }

  private static String hashed(
      Instant at, String kind, String actor, String action, String object, String details) {
    return Json.line(List.of(stored(at).toString(), kind, actor, action, object, details));
  }

  private static String next(String before, String content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(before.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
