package org.marquetry.experiment.core.registered;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.RegisteredExperiment;
import org.marquetry.experiment.core.registered.ExperimentStore.Ended;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Reads the experiments that nobody has decided on, from time to time, so that the page Today can
/// say at once which of them may be decided. Nothing is stored.
@Component(service = ExperimentLooks.class, immediate = true)
public final class ExperimentLooks {
  private static final Duration PERIOD = Duration.ofSeconds(20);
  private static final Duration FRESH = Duration.ofHours(1);
  private static final int MOST = 50;
  private static final int AT_ONCE = 3; // a timer's run is to be short

  private final ExperimentStore store;
  private final ExperimentReader reader;
  private final Timers.Timer timer;
  private final Map<String, Look> looks = new ConcurrentHashMap<>();

  /// @param version that was read
  /// @param at when
  private record Look(int version, Instant at, Reading reading) {}

  @Activate
  public ExperimentLooks(
      @Reference ExperimentStore store,
      @Reference Warehouse warehouse,
      @Reference ShopZone zone,
      @Reference Timers timers) {
    this.store = store;
    reader = new ExperimentReader(warehouse, zone);
    timer = Actor.SYSTEM.call(() -> timers.poll("experiment.core.looks", PERIOD, this::look));
  }

  @Deactivate
  void stop() {
    timer.cancel();
  }

  /// Those that have started and have no decision that ends them, the newest first.
  List<RegisteredExperiment> undecided() {
    Set<String> decided = store.ended().stream().map(Ended::experiment).collect(Collectors.toSet());
    Instant now = store.now();
    return store.newest().list().stream()
        .filter(e -> !decided.contains(e.id()) && e.plan().start().isBefore(now))
        .sorted(Comparator.comparing((RegisteredExperiment e) -> e.plan().start()).reversed())
        .limit(MOST)
        .toList();
  }

  /// What an experiment showed when it was read last; empty before that.
  Optional<Reading> last(RegisteredExperiment experiment) {
    return Optional.ofNullable(looks.get(experiment.id()))
        .filter(look -> look.version == experiment.version())
        .map(Look::reading);
  }

  private void look() {
    Instant now = store.now();
    List<RegisteredExperiment> open = undecided();
    looks.keySet().retainAll(open.stream().map(RegisteredExperiment::id).toList());
    open.stream()
        .filter(e -> isOld(looks.get(e.id()), e, now))
        .sorted(Comparator.comparing(this::readAt))
        .limit(AT_ONCE)
        .forEach(e ->
            looks.put(
                e.id(), new Look(e.version(), now, reader.read(e, ExperimentReader.end(e, now)))));
  }

  private Instant readAt(RegisteredExperiment experiment) {
    return Optional.ofNullable(looks.get(experiment.id())).map(Look::at).orElse(Instant.EPOCH);
  }

  private static boolean isOld(@Nullable Look look, RegisteredExperiment experiment, Instant now) {
    Instant end = ExperimentReader.end(experiment, now);
    return look == null
        || look.version != experiment.version()
        || look.reading.people() == 0
        || !now.isBefore(look.at.plus(FRESH))
        || (end.equals(experiment.plan().plannedEnd()) && !look.reading.until().equals(end));
  }
}
