package org.marquetry.access.core;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The stored state and the means to change it. Reading takes no lock and asks no database; a
/// change is on disk, with its audit, when the call returns.
@Component(service = AccessStore.class)
public final class AccessStore {
  private final Database database;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Passwords passwords = new Passwords(random);
  private volatile State state;

  @Activate
  public AccessStore(@Reference Databases databases, @Reference InstantSource clock) {
    this.database =
        Actor.SYSTEM.call(() ->
            databases.open(AccessStore.class, List.of("0001-access.sql", "0002-audit-chain.sql")));
    this.clock = clock;
    this.state =
        database.transaction(s -> {
          new AuditChain(s).begin();
          return new Rows(s).read();
        });
  }

  State state() {
    return state;
  }

  Passwords passwords() {
    return passwords;
  }

  SecureRandom random() {
    return random;
  }

  /// Change the state; what the change throws is passed on and nothing is stored.
  synchronized <T> T change(Function<Change, T> work) {
    record Changed<T>(T result, State next) {}
    Changed<T> changed =
        database.transaction(s -> {
          Change change = new Change(s, state, clock.instant());
          T result = work.apply(change);
          return new Changed<>(result, change.state());
        });
    state = changed.next();
    return changed.result();
  }

  /// Work with the rows that are not part of the state.
  <T> T run(Database.Work<T> work) {
    return database.transaction(work);
  }
}
