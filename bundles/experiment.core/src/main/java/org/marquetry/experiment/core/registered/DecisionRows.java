package org.marquetry.experiment.core.registered;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.experiment.api.Choice;
import org.marquetry.experiment.api.ExperimentDecision;
import org.marquetry.experiment.api.ExperimentDecision.Seen;
import org.marquetry.experiment.api.ExperimentDecision.Undone;
import org.marquetry.experiment.api.Verdict;
import org.marquetry.shop.api.Interval;
import org.marquetry.sql.api.Row;
import org.marquetry.sql.api.Session;

/// Decisions as rows.
final class DecisionRows {
  private static final String INSERT =
      "INSERT INTO experiment_decision (id, number, choice, variant, longer_until, former_end,"
          + " reason, at, by_actor, seen_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String INSERT_SEEN =
      "INSERT INTO experiment_seen (id, number, place, variant, people, estimate, fixed_low,"
          + " fixed_high, always_low, always_high, level, verdict) VALUES (?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?, ?)";

  private DecisionRows() {}

  /// What a choice is called in a row.
  enum Kind {
    SHIP,
    STOP,
    REPEAT,
    LONGER;

    static Kind of(Choice choice) {
      return switch (choice) {
        case Choice.Ship(var _) -> SHIP;
        case Choice.Stop() -> STOP;
        case Choice.Repeat() -> REPEAT;
        case Choice.RunLonger(var _) -> LONGER;
      };
    }

    /// What it is called at the door.
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static void insert(Session session, ExperimentDecision decision, java.time.Instant formerEnd) {
    Choice choice = decision.choice();
    @Nullable Object variant = choice instanceof Choice.Ship(String v) ? v : null;
    @Nullable Object until = choice instanceof Choice.RunLonger(var end) ? end : null;
    session.update(
        INSERT,
        decision.experiment(),
        decision.number(),
        Kind.of(choice).name(),
        variant,
        until,
        formerEnd,
        decision.reason(),
        decision.at(),
        decision.by(),
        decision.until());
    int place = 0;
    for (Seen seen : decision.seen()) {
      session.update(
          INSERT_SEEN,
          decision.experiment(),
          decision.number(),
          place++,
          seen.variant(),
          seen.people(),
          seen.fixed().estimate(),
          seen.fixed().low(),
          seen.fixed().high(),
          seen.alwaysValid().low(),
          seen.alwaysValid().high(),
          seen.fixed().level(),
          seen.verdict().name());
    }
  }

  /// The newest first.
  static List<ExperimentDecision> read(Session session, String id) {
    Map<Integer, List<Seen>> seen = new HashMap<>();
    session
        .query(
            "SELECT s.* FROM experiment_seen s WHERE id = ? ORDER BY place",
            row -> Map.entry(row.intValue("number"), seen(row)),
            id)
        .forEach(s -> seen.computeIfAbsent(s.getKey(), _ -> new ArrayList<>()).add(s.getValue()));
    return session.query(
        "SELECT d.* FROM experiment_decision d WHERE id = ? ORDER BY number DESC",
        row -> decision(row, seen.getOrDefault(row.intValue("number"), List.of())),
        id);
  }

  private static ExperimentDecision decision(Row row, List<Seen> seen) {
    return new ExperimentDecision(
        row.string("id"),
        row.intValue("number"),
        choice(row),
        row.string("reason"),
        row.instant("at"),
        row.string("by_actor"),
        row.instant("seen_until"),
        seen,
        row.isNull("undone_at")
            ? Optional.empty()
            : Optional.of(new Undone(row.instant("undone_at"), row.string("undone_by"))));
  }

  private static Choice choice(Row row) {
    return switch (Kind.valueOf(row.string("choice"))) {
      case SHIP -> new Choice.Ship(row.string("variant"));
      case STOP -> new Choice.Stop();
      case REPEAT -> new Choice.Repeat();
      case LONGER -> new Choice.RunLonger(row.instant("longer_until"));
    };
  }

  private static Seen seen(Row row) {
    double estimate = row.doubleValue("estimate");
    double level = row.doubleValue("level");
    return new Seen(
        row.string("variant"),
        row.longValue("people"),
        new Interval(estimate, row.doubleValue("fixed_low"), row.doubleValue("fixed_high"), level),
        new Interval(
            estimate, row.doubleValue("always_low"), row.doubleValue("always_high"), level),
        Verdict.Key.valueOf(row.string("verdict")));
  }
}
