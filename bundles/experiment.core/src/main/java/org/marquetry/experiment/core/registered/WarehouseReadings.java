package org.marquetry.experiment.core.registered;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.marquetry.experiment.api.Attribution;
import org.marquetry.experiment.api.Choice;
import org.marquetry.experiment.api.Effect;
import org.marquetry.experiment.api.ExperimentDecision;
import org.marquetry.experiment.api.ExperimentDecision.Seen;
import org.marquetry.experiment.api.ExperimentReadings;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.RegisteredExperiment;
import org.marquetry.experiment.api.SegmentedReading;
import org.marquetry.experiment.api.Split;
import org.marquetry.experiment.api.WasItTrue;
import org.marquetry.experiment.api.WasItTrue.Answer;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Reads experiments from the published views.
@Provider("core")
@Component
public final class WarehouseReadings implements ExperimentReadings {
  private final ExperimentStore store;
  private final ExperimentLooks looks;
  private final ExperimentReader reader;

  @Activate
  public WarehouseReadings(
      @Reference ExperimentStore store,
      @Reference ExperimentLooks looks,
      @Reference Warehouse warehouse,
      @Reference ShopZone zone) {
    this.store = store;
    this.looks = looks;
    reader = new ExperimentReader(warehouse, zone);
  }

  @Override
  public Reading read(String id) {
    RegisteredExperiment experiment = store.newest().known(id);
    return reader.read(experiment, ExperimentReader.end(experiment, store.now()));
  }

  @Override
  public Optional<Reading> lately(String id) {
    return looks.last(store.newest().known(id));
  }

  @Override
  public Reading read(String id, Instant until) {
    return reader.read(store.newest().known(id), until);
  }

  @Override
  public SegmentedReading segments(String id, Split split) {
    RegisteredExperiment experiment = store.newest().known(id);
    return reader.segments(experiment, split, ExperimentReader.end(experiment, store.now()));
  }

  @Override
  public Attribution attribution(String id, int days) {
    if (days < 1 || days > 90) {
      throw new IllegalArgumentException("days must be in 1..90, got " + days);
    }
    RegisteredExperiment experiment = store.newest().known(id);
    return reader.attribution(experiment, ExperimentReader.end(experiment, store.now()), days);
  }

  @Override
  public List<Change> changedSince(String id, int decision) {
    ExperimentDecision made = made(id, decision);
    Reading again = reader.read(store.newest().known(id), made.until());
    return made.seen().stream()
        .flatMap(seen ->
            effect(again, seen.variant()).stream()
                .map(effect ->
                    new Change(seen.variant(), seen.fixed().estimate(), effect.fixed().estimate())))
        .toList();
  }

  private ExperimentDecision made(String id, int number) {
    return store.decisions(store.newest().known(id).id()).stream()
        .filter(d -> d.number() == number)
        .findFirst()
        .orElseThrow(
            () -> new Rejected(new Words("没有决定 " + number, "there is no decision " + number)));
  }

  private static Optional<Effect> effect(Reading reading, String variant) {
    return reading.arms().stream()
        .filter(arm -> arm.variant().equals(variant))
        .map(Reading.Arm::profit)
        .findFirst();
  }

  @Override
  public Optional<WasItTrue> wasItTrue(String id, int decision) {
    ExperimentDecision made = made(id, decision);
    Optional<Seen> seen = asked(made);
    if (made.due().isEmpty() || seen.isEmpty()) {
      return Optional.empty();
    }
    RegisteredExperiment experiment = store.newest().known(id);
    Instant due = made.due().get();
    Instant now = store.now();
    boolean early = now.isBefore(due);
    Instant until = early ? now : due;
    String variant = seen.get().variant();
    Optional<Interval> whole =
        effect(reader.read(experiment, until), variant).map(e -> counts(e, early));
    Optional<Interval> since =
        effect(reader.read(experiment, made.at(), until), variant).map(e -> counts(e, early));
    if (whole.isEmpty() || since.isEmpty()) {
      return Optional.empty();
    }
    Interval thought = seen.get().fixed();
    return Optional.of(
        new WasItTrue(
            variant,
            due,
            thought,
            whole.get(),
            since.get(),
            answer(Math.signum(thought.estimate()), whole.get())));
  }

  /// What was shipped; else what looked best.
  private static Optional<Seen> asked(ExperimentDecision made) {
    return made.choice() instanceof Choice.Ship(String variant)
        ? made.seen().stream().filter(s -> s.variant().equals(variant)).findFirst()
        : made.seen().stream().max(Comparator.comparingDouble(s -> s.fixed().estimate()));
  }

  /// Before it is due it may be asked every day.
  private static Interval counts(Effect effect, boolean early) {
    return early ? effect.alwaysValid() : effect.fixed();
  }

  private static Answer answer(double side, Interval whole) {
    double low = side < 0 ? -whole.high() : whole.low();
    double high = side < 0 ? -whole.low() : whole.high();
    return low > 0 ? Answer.CONFIRMED : high < 0 ? Answer.REFUTED : Answer.UNCLEAR;
  }
}
