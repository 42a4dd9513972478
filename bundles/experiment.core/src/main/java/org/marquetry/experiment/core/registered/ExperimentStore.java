package org.marquetry.experiment.core.registered;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.marquetry.experiment.api.Choice;
import org.marquetry.experiment.api.ExperimentDecision;
import org.marquetry.experiment.api.ExperimentDecision.Seen;
import org.marquetry.experiment.api.ExperimentDecision.Undone;
import org.marquetry.experiment.api.ExperimentPlan;
import org.marquetry.experiment.api.RegisteredExperiment;
import org.marquetry.experiment.api.RegisteredExperiments;
import org.marquetry.lib.versions.Versions;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Saved.Act;
import org.marquetry.shop.api.Words;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.marquetry.sql.api.Session;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Every version of every experiment, and the decisions. Reading the newest versions asks no
/// database; a change is on disk when the call returns.
@Component(service = ExperimentStore.class)
public final class ExperimentStore {
  private final Database database;
  private final InstantSource clock;
  private final Versions<RegisteredExperiment> newest;

  @Activate
  public ExperimentStore(@Reference Databases databases, @Reference InstantSource clock) {
    database =
        Actor.SYSTEM.call(() ->
            databases.open(
                ExperimentStore.class, List.of("0001-experiments.sql", "0002-splits.sql")));
    this.clock = clock;
    newest =
        new Versions<>(
            new Words("实验", "experiment"),
            RegisteredExperiments.MAX_EXPERIMENTS,
            database.transaction(s ->
                ExperimentRows.read(
                    s,
                    "v.version = (SELECT max(n.version) FROM experiment_version n WHERE n.id ="
                        + " v.id) ORDER BY v.id")));
  }

  Versions<RegisteredExperiment> newest() {
    return newest;
  }

  Instant now() {
    return clock.instant();
  }

  /// The newest first.
  List<RegisteredExperiment> history(String id) {
    return database.transaction(
        s -> ExperimentRows.read(s, "v.id = ? ORDER BY v.version DESC", id));
  }

  synchronized RegisteredExperiment register(ExperimentPlan plan) {
    String id = plan.id().value();
    Optional<RegisteredExperiment> former = newest.find(id);
    if (former.isPresent() && !former.get().isDeleted()) {
      throw new Rejected(
          new Words(
              "活动 " + id + " 已登记实验", "campaign " + id + " has a registered experiment already"));
    }
    newest.requireRoom();
    requireAhead(plan);
    return add(
        plan,
        id, // a check before the launch splits people as the launch does
        plan.plannedEnd(),
        former.map(RegisteredExperiment::version).orElse(0) + 1,
        former.isPresent() ? Act.RESTORED : Act.CREATED);
  }

  /// @param version the one that the change began with
  synchronized RegisteredExperiment change(int version, ExperimentPlan plan, Act act) {
    RegisteredExperiment now = newest.require(plan.id().value(), version);
    if (!now.plan().start().isAfter(clock.instant())) {
      throw started();
    }
    if (act != Act.DELETED) {
      requireThere(now);
      requireAhead(plan);
    }
    return add(plan, now.salt(), plan.plannedEnd(), version + 1, act);
  }

  private static void requireThere(RegisteredExperiment now) {
    if (now.isDeleted()) {
      throw new Rejected(
          new Words("实验已撤回：请重新登记", "the experiment was withdrawn: register it again"));
    }
  }

  /// A launch registers and begins at once.
  private void requireAhead(ExperimentPlan plan) {
    if (plan.start().isBefore(clock.instant().minus(RegisteredExperiments.AT_ONCE))) {
      throw started();
    }
  }

  private static Rejected started() {
    return new Rejected(
        new Words(
            "实验已经开始：之后只能延长，不能修改",
            "the experiment has started: after that it can only be run longer, not changed"));
  }

  private RegisteredExperiment add(
      ExperimentPlan plan, String salt, Instant firstEnd, int version, Act act) {
    RegisteredExperiment saved =
        new RegisteredExperiment(
            plan, salt, firstEnd, version, act, clock.instant(), Actor.current().name());
    database.transaction(s -> {
      ExperimentRows.insert(s, saved);
      return saved;
    });
    return newest.put(saved);
  }

  /// The newest first.
  List<ExperimentDecision> decisions(String id) {
    return database.transaction(s -> DecisionRows.read(s, id));
  }

  /// The decisions that hold and ended an experiment, of all experiments.
  List<Ended> ended() {
    return database.transaction(s ->
        s.query(
            "SELECT id, number, at FROM experiment_decision WHERE undone_at IS NULL AND choice <>"
                + " 'LONGER'",
            row -> new Ended(row.string("id"), row.intValue("number"), row.instant("at"))));
  }

  /// A decision that ended an experiment.
  record Ended(String experiment, int number, Instant at) {}

  /// Store a decision, and a new version when it moves the end.
  ///
  /// @param at when it was decided
  /// @param until what happened before it was seen
  synchronized ExperimentDecision decide(
      String id, Choice choice, String reason, Instant at, Instant until, List<Seen> seen) {
    RegisteredExperiment now = newest.known(id);
    requireThere(now);
    return done(
        database.transaction(s -> {
          List<ExperimentDecision> former = DecisionRows.read(s, id);
          requireOpen(former);
          ExperimentDecision decision =
              new ExperimentDecision(
                  id,
                  former.size() + 1,
                  choice,
                  reason,
                  at,
                  Actor.current().name(),
                  until,
                  seen,
                  Optional.empty());
          DecisionRows.insert(s, decision, now.plan().plannedEnd());
          return new Done(
              decision,
              choice instanceof Choice.RunLonger(Instant end)
                  ? Optional.of(moveEnd(s, now, end))
                  : Optional.empty());
        }));
  }

  /// A decision that is on disk, and the version that came with it.
  private record Done(ExperimentDecision decision, Optional<RegisteredExperiment> moved) {}

  private ExperimentDecision done(Done done) {
    done.moved().ifPresent(newest::put);
    return done.decision();
  }

  private static void requireOpen(List<ExperimentDecision> decisions) {
    if (decisions.stream().anyMatch(d -> d.holds() && d.choice().isLast())) {
      throw new Rejected(
          new Words("已经有了决定：先撤销它", "it is decided already: undo that decision first"));
    }
  }

  synchronized ExperimentDecision undo(String id, int number) {
    RegisteredExperiment now = newest.known(id);
    Instant at = clock.instant();
    return done(
        database.transaction(s -> {
          ExperimentDecision decision =
              DecisionRows.read(s, id).stream()
                  .findFirst()
                  .filter(d -> d.number() == number)
                  .orElseThrow(() ->
                      new Rejected(
                          new Words("只能撤销最新的决定", "only the newest decision can be undone")));
          if (!decision.canBeUndone(at)) {
            throw new Rejected(
                new Words("决定只能在一天内撤销一次", "a decision can be undone once, within a day"));
          }
          String by = Actor.current().name();
          s.update(
              "UPDATE experiment_decision SET undone_at = ?, undone_by = ? WHERE id = ? AND number = ?",
              at,
              by,
              id,
              number);
          ExperimentDecision undone =
              new ExperimentDecision(
                  id,
                  number,
                  decision.choice(),
                  decision.reason(),
                  decision.at(),
                  decision.by(),
                  decision.until(),
                  decision.seen(),
                  Optional.of(new Undone(at, by)));
          return new Done(
              undone,
              decision.choice().isLast()
                  ? Optional.empty()
                  : Optional.of(moveEnd(s, now, formerEnd(s, id, number))));
        }));
  }

  private static Instant formerEnd(Session session, String id, int number) {
    return session
        .one(
            "SELECT former_end FROM experiment_decision WHERE id = ? AND number = ?",
            row -> row.instant("former_end"),
            id,
            number)
        .orElseThrow();
  }

  private RegisteredExperiment moveEnd(Session session, RegisteredExperiment now, Instant end) {
    RegisteredExperiment moved =
        new RegisteredExperiment(
            now.plan().until(end),
            now.salt(),
            now.firstEnd(),
            now.version() + 1,
            Act.CHANGED,
            clock.instant(),
            Actor.current().name());
    ExperimentRows.insert(session, moved);
    return moved;
  }
}
