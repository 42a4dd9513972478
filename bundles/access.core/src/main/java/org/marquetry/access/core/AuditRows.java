package org.marquetry.access.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marquetry.access.api.Audit;
import org.marquetry.lib.json.Json;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.sql.api.Row;
import org.marquetry.sql.api.Session;

/// The audit as rows; there is no way to change one.
record AuditRows(Session session) {
  void add(Instant at, Actor actor, Audit.Act act) {
    Instant stored = AuditChain.stored(at);
    String kind = actor.kind().name();
    String details = Json.write(act.details());
    String chain =
        new AuditChain(session)
            .add(stored, kind, actor.name(), act.action(), act.object(), details);
    session.update(
        "INSERT INTO audit (noted_at, actor_kind, actor, action, object, details, chain) VALUES (?, ?, ?, ?, ?, ?, ?)",
        stored,
        kind,
        actor.name(),
        act.action(),
        act.object(),
        details,
        chain);
  }

  List<Audit.Entry> list(Audit.Query query) {
    if (query.object().isPresent()) {
      return session.query(
          "SELECT * FROM audit WHERE object = ? AND number < ? ORDER BY number DESC LIMIT ?",
          AuditRows::entry,
          query.object().get(),
          query.before(),
          query.limit());
    }
    return session.query(
        "SELECT * FROM audit WHERE number < ? ORDER BY number DESC LIMIT ?",
        AuditRows::entry,
        query.before(),
        query.limit());
  }

  private static Audit.Entry entry(Row r) {
    return new Audit.Entry(
        r.longValue("number"),
        r.instant("noted_at"),
        Actor.Kind.valueOf(r.string("actor_kind")),
        r.string("actor"),
        new Audit.Act(r.string("action"), r.string("object"), details(r.string("details"))));
  }

  private static Map<String, String> details(String text) {
    Map<String, String> details = new TreeMap<>();
    Json.parse(text).asObject().members().forEach((k, v) -> details.put(k, v.asString()));
    return details;
  }
}
