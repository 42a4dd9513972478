package org.marquetry.campaign.policy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.marquetry.campaign.api.Purpose;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.journal.Appended;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.platform.api.projection.Projections;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// What is known about people and messages, while the bundle runs: the fold of the journal, what
/// files told, and the [Places] that this process has taken.
@Component(service = Ledger.class)
public final class Ledger {
  private static final long WAIT_MILLIS = 30_000;

  private final Projections projections;
  private final Journal journal;
  private final LedgerFold fold;
  private final Imported imported;
  private final Places places;

  /// Returns when the fold has caught up with the journal.
  @Activate
  public Ledger(
      @Reference Projections projections,
      @Reference Journal journal,
      @Reference Warehouse warehouse) {
    this.projections = projections;
    this.journal = journal;
    imported = new Imported(warehouse);
    places = new Places(this::live);
    fold = new LedgerFold(Actor.SYSTEM.call(journal::partitions), places::tidy);
    Actor.SYSTEM.run(() -> projections.start(fold));
  }

  @Deactivate
  public void stop() {
    Actor.SYSTEM.run(() -> projections.stop(fold));
  }

  Places places() {
    return places;
  }

  /// What is in the journal, live.
  Known live(CustomerId person) {
    String key = "c:" + person.value();
    return fold.known(Actor.SYSTEM.call(() -> journal.partition(key)), person.value());
  }

  /// What was acknowledged before this call counts from now on.
  ///
  /// @return what files told, by customer
  Map<String, Known> upToDate() {
    try {
      if (!fold.await(Actor.SYSTEM.call(journal::ends), WAIT_MILLIS)) {
        throw new IllegalStateException(
            "the ledger of contacts is behind the journal; try again when it has caught up");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the ledger of contacts caught up", e);
    }
    int imports = fold.states().mapToInt(state -> state.imports.get()).sum();
    return imported.people(
        new Imported.Version(imports, fold.anew()), this::batches, this::consentIsLive);
  }

  private Map<String, Instant> batches() {
    Map<String, Instant> batches = new HashMap<>();
    fold.states().forEach(state -> batches.putAll(state.batches));
    return batches;
  }

  private boolean consentIsLive(String customer) {
    return live(new CustomerId(customer))
        .words()
        .containsKey(Known.yes(EventProperties.EMAIL, Purpose.MARKETING.id()));
  }

  Stream<LedgerState> states() {
    return fold.states();
  }

  /// Append facts; on disk when this returns.
  ///
  /// @return one answer each, in the same order
  List<Appended> append(List<Event> facts) {
    return facts.isEmpty()
        ? List.of()
        : Actor.SYSTEM.call(() -> journal.append(List.copyOf(facts)));
  }
}
