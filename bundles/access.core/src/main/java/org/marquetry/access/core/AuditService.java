package org.marquetry.access.core;

import java.time.InstantSource;
import java.util.List;
import org.marquetry.access.api.Audit;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Who changed what, and when.
@Provider("core")
@Component
public final class AuditService implements Audit {
  private final AccessStore store;
  private final InstantSource clock;

  @Activate
  public AuditService(@Reference AccessStore store, @Reference InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public void note(Act act) {
    store.run(s -> {
      new AuditRows(s).add(clock.instant(), Actor.current(), act);
      return act;
    });
  }

  @Override
  public List<Entry> list(Query query) {
    return store.run(s -> new AuditRows(s).list(query));
  }

  @Override
  public Verified verify() {
    return store.run(s -> new AuditChain(s).verify());
  }
}
