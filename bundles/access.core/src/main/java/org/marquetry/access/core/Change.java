package org.marquetry.access.core;

import java.time.Instant;
import java.util.Map;
import org.marquetry.access.api.Audit;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.sql.api.Session;

/// One change: what it puts goes into the store and into the state, and each act into the audit, in
/// one transaction.
final class Change {
  private final Rows rows;
  private final AuditRows audit;
  private final Instant now;
  private State state;

  Change(Session session, State state, Instant now) {
    this.rows = new Rows(session);
    this.audit = new AuditRows(session);
    this.state = state;
    this.now = now;
  }

  Instant now() {
    return now;
  }

  State state() {
    return state;
  }

  void put(Account account) {
    rows.put(account);
    state = state.with(account);
  }

  void put(Key key) {
    rows.put(key);
    state = state.with(key);
  }

  /// The settings of the shop from now on.
  void put(ShopSettings.Settings settings, String by) {
    ShopSettings.Change change = new ShopSettings.Change(now, by, settings);
    rows.add(change);
    state = state.with(change);
  }

  void note(String action, String object, Map<String, String> details) {
    note(Actor.current(), action, object, details);
  }

  void note(Actor actor, String action, String object, Map<String, String> details) {
    audit.add(now, actor, new Audit.Act(action, object, details));
  }
}
