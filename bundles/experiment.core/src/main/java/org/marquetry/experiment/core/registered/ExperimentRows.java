package org.marquetry.experiment.core.registered;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marquetry.experiment.api.Design;
import org.marquetry.experiment.api.ExperimentPlan;
import org.marquetry.experiment.api.RegisteredExperiment;
import org.marquetry.experiment.api.Split;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Saved;
import org.marquetry.sql.api.Row;
import org.marquetry.sql.api.Session;

/// Versions of experiments as rows.
final class ExperimentRows {
  private static final String INSERT =
      "INSERT INTO experiment_version (id, version, name, salt, holdout, starts, first_end,"
          + " planned_end, currency, margin, message, redemption, covariate_days, unsubscribed,"
          + " complained, splits, act, at, by_actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?)";

  private static final Pattern BLANK = Pattern.compile(" ");

  private ExperimentRows() {}

  static void insert(Session session, RegisteredExperiment saved) {
    ExperimentPlan plan = saved.plan();
    session.update(
        INSERT,
        saved.id(),
        saved.version(),
        plan.name(),
        saved.salt(),
        plan.holdoutShare(),
        plan.start(),
        saved.firstEnd(),
        plan.plannedEnd(),
        plan.costs().currency(),
        plan.costs().margin(),
        plan.costs().message().minor(),
        plan.costs().redemption().minor(),
        plan.covariateDays(),
        plan.limits().unsubscribed(),
        plan.limits().complained(),
        plan.splits().stream().map(Split::name).collect(Collectors.joining(" ")),
        saved.act().name(),
        saved.at(),
        saved.by());
    for (int place = 0; place < plan.variants().size(); place++) {
      Design.Share share = plan.variants().get(place);
      session.update(
          "INSERT INTO experiment_variant (id, version, place, variant, share) VALUES (?, ?, ?, ?,"
              + " ?)",
          saved.id(),
          saved.version(),
          place,
          share.variant(),
          share.share());
    }
  }

  private record Key(String id, int version) {
    static Key of(Row row) {
      return new Key(row.string("id"), row.intValue("version"));
    }
  }

  private record Variant(Key key, Design.Share share) {}

  /// @param where a condition on `v.id` and `v.version`, and what comes after it
  static List<RegisteredExperiment> read(
      Session session, String where, @Nullable Object... arguments) {
    Map<Key, List<Design.Share>> variants = new HashMap<>();
    session
        .query(
            "SELECT v.* FROM experiment_variant v WHERE " + where + ", v.place",
            row ->
                new Variant(
                    Key.of(row), new Design.Share(row.string("variant"), row.doubleValue("share"))),
            arguments)
        .forEach(v -> variants.computeIfAbsent(v.key(), _ -> new ArrayList<>()).add(v.share()));
    return session.query(
        "SELECT v.* FROM experiment_version v WHERE " + where,
        row -> saved(row, variants.getOrDefault(Key.of(row), List.of())),
        arguments);
  }

  private static RegisteredExperiment saved(Row row, List<Design.Share> variants) {
    String currency = row.string("currency");
    ExperimentPlan plan =
        new ExperimentPlan(
            new CampaignId(row.string("id")),
            row.string("name"),
            row.doubleValue("holdout"),
            variants,
            row.instant("starts"),
            row.instant("planned_end"),
            new ExperimentPlan.Costs(
                row.doubleValue("margin"),
                new Money(row.longValue("message"), currency),
                new Money(row.longValue("redemption"), currency)),
            row.intValue("covariate_days"),
            new ExperimentPlan.Limits(
                row.doubleValue("unsubscribed"), row.doubleValue("complained")),
            BLANK
                .splitAsStream(row.string("splits"))
                .filter(split -> !split.isEmpty())
                .map(Split::valueOf)
                .toList());
    return new RegisteredExperiment(
        plan,
        row.string("salt"),
        row.instant("first_end"),
        row.intValue("version"),
        Saved.Act.valueOf(row.string("act")),
        row.instant("at"),
        row.string("by_actor"));
  }
}
