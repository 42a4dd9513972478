package org.marquetry.experiment.core.registered;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.access.api.Audit;
import org.marquetry.experiment.api.Choice;
import org.marquetry.experiment.api.ExperimentDecision;
import org.marquetry.experiment.api.ExperimentDecision.Seen;
import org.marquetry.experiment.api.ExperimentPlan;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.RegisteredExperiment;
import org.marquetry.experiment.api.RegisteredExperiments;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Saved.Act;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The shop's experiments and what was decided about them.
@Provider("stored")
@Component
public final class StoredExperiments implements RegisteredExperiments {
  private static final int LONGEST_REASON = 500;

  private final ExperimentStore store;
  private final Audit audit;
  private final ExperimentReader reader;

  @Activate
  public StoredExperiments(
      @Reference ExperimentStore store,
      @Reference Audit audit,
      @Reference Warehouse warehouse,
      @Reference ShopZone zone) {
    this.store = store;
    this.audit = audit;
    reader = new ExperimentReader(warehouse, zone);
  }

  @Override
  public List<RegisteredExperiment> list() {
    return store.newest().list();
  }

  @Override
  public Optional<RegisteredExperiment> find(String id) {
    return store.newest().find(id);
  }

  @Override
  public List<RegisteredExperiment> history(String id) {
    return store.history(id);
  }

  @Override
  public RegisteredExperiment register(ExperimentPlan plan) {
    return noted("experiment.register", store.register(plan));
  }

  @Override
  public RegisteredExperiment change(int version, ExperimentPlan plan) {
    return noted("experiment.change", store.change(version, plan, Act.CHANGED));
  }

  @Override
  public RegisteredExperiment withdraw(String id, int version) {
    RegisteredExperiment now = store.newest().known(id);
    return noted("experiment.withdraw", store.change(version, now.plan(), Act.DELETED));
  }

  private RegisteredExperiment noted(String act, RegisteredExperiment saved) {
    audit.note(
        new Audit.Act(
            act,
            "experiment/" + saved.id(),
            Map.of("name", saved.name(), "version", Integer.toString(saved.version()))));
    return saved;
  }

  @Override
  public List<ExperimentDecision> decisions(String id) {
    return store.decisions(store.newest().known(id).id());
  }

  @Override
  public ExperimentDecision decide(String id, Choice choice, String reason) {
    RegisteredExperiment experiment = store.newest().known(id);
    Instant now = store.now();
    String line = reason.strip();
    if (line.isEmpty() || line.length() > LONGEST_REASON) {
      throw new IllegalArgumentException(
          "reason must have 1 to " + LONGEST_REASON + " characters, got " + line.length());
    }
    requirePossible(experiment.plan(), choice, now);
    Reading reading = reader.read(experiment, ExperimentReader.end(experiment, now));
    List<Seen> seen =
        reading.arms().stream()
            .map(arm ->
                new Seen(
                    arm.variant(),
                    arm.profit().control().people() + arm.profit().treated().people(),
                    arm.profit().fixed(),
                    arm.profit().alwaysValid(),
                    arm.verdict().key()))
            .toList();
    ExperimentDecision decision = store.decide(id, choice, line, now, reading.until(), seen);
    note("experiment.decide", decision);
    return decision;
  }

  private static void requirePossible(ExperimentPlan plan, Choice choice, Instant now) {
    if (!now.isAfter(plan.start())) {
      throw new Rejected(new Words("实验还没有开始", "the experiment has not started yet"));
    }
    switch (choice) {
      case Choice.Ship(String variant) -> {
        if (plan.variants().stream().noneMatch(v -> v.variant().equals(variant))) {
          throw new Rejected(
              new Words("实验没有版本“" + variant + "”", "the experiment has no variant " + variant));
        }
      }
      case Choice.RunLonger(Instant until) -> {
        if (!until.isAfter(now) || !until.isAfter(plan.plannedEnd())) {
          throw new Rejected(
              new Words(
                  "新的结束时间必须晚于现在和原定结束时间",
                  "the new end must be later than now and than the planned end"));
        }
      }
      case Choice.Stop(), Choice.Repeat() -> {} // always possible
    }
  }

  @Override
  public ExperimentDecision undo(String id, int number) {
    ExperimentDecision undone = store.undo(store.newest().known(id).id(), number);
    note("experiment.undo", undone);
    return undone;
  }

  private void note(String act, ExperimentDecision decision) {
    Map<String, String> details = new HashMap<>();
    details.put("decision", Integer.toString(decision.number()));
    details.put("choice", DecisionRows.Kind.of(decision.choice()).word());
    if (decision.choice() instanceof Choice.Ship(String variant)) {
      details.put("variant", variant);
    }
    audit.note(new Audit.Act(act, "experiment/" + decision.experiment(), details));
  }
}
