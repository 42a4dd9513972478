package org.marquetry.profile.core.live;

import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.platform.api.projection.Projections;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Holds the fold while the bundle runs: one for live profiles and segments.
@Component(service = LiveStore.class)
public final class LiveStore {
  private final Projections projections;
  private final LiveFold fold;

  /// Returns when the fold has caught up with the journal.
  @Activate
  public LiveStore(
      @Reference Projections projections,
      @Reference Journal journal,
      @Reference Warehouse warehouse) {
    this.projections = projections;
    BatchRows batches =
        new BatchRows(warehouse, key -> Actor.SYSTEM.call(() -> journal.partition(key)));
    fold = new LiveFold(Actor.SYSTEM.call(journal::partitions), batches);
    Actor.SYSTEM.run(() -> projections.start(fold));
  }

  @Deactivate
  public void stop() {
    Actor.SYSTEM.run(() -> projections.stop(fold));
  }

  public LiveFold fold() {
    return fold;
  }
}
