package org.marquetry.recommend.core.rules;

import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.marquetry.lib.versions.Versions;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.recommend.api.RecommendationRule;
import org.marquetry.recommend.api.RecommendationRules;
import org.marquetry.recommend.api.RuleEffect;
import org.marquetry.recommend.api.RuleTarget;
import org.marquetry.recommend.api.SavedRule;
import org.marquetry.shop.api.Saved.Act;
import org.marquetry.shop.api.Words;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.marquetry.sql.api.Row;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Every version of every rule, in the operational store. Reading the newest versions asks no
/// database; a change is on disk when the call returns.
@Component(service = RuleStore.class)
public final class RuleStore {
  private static final String COLUMNS = "SELECT v.* FROM recommendation_rule v ";
  private static final String INSERT =
      "INSERT INTO recommendation_rule (id, version, act, at, by_actor, name, kind, target_kind,"
          + " target, amount) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Database database;
  private final InstantSource clock;
  private final Versions<SavedRule> newest;

  @Activate
  public RuleStore(@Reference Databases databases, @Reference InstantSource clock) {
    database = Actor.SYSTEM.call(() -> databases.open(RuleStore.class, List.of("0001-rules.sql")));
    this.clock = clock;
    newest =
        new Versions<>(
            new Words("规则", "rule"),
            RecommendationRules.MAX_RULES,
            database.transaction(s ->
                s.query(
                    COLUMNS
                        + "WHERE version = (SELECT max(version) FROM recommendation_rule n WHERE"
                        + " n.id = v.id)",
                    RuleStore::saved)));
  }

  /// The newest versions.
  public Versions<SavedRule> newest() {
    return newest;
  }

  /// The newest first.
  List<SavedRule> history(String id) {
    return database.transaction(
        s -> s.query(COLUMNS + "WHERE id = ? ORDER BY version DESC", RuleStore::saved, id));
  }

  synchronized SavedRule create(RecommendationRule rule) {
    newest.requireRoom();
    String id = "r-" + UUID.randomUUID().toString().substring(0, 8);
    requireFree(rule, id);
    return add(id, 1, rule, Act.CREATED);
  }

  /// @param version the one that the change began with
  synchronized SavedRule change(String id, int version, RecommendationRule rule, Act act) {
    newest.require(id, version);
    if (act != Act.DELETED) {
      requireFree(rule, id);
    }
    return add(id, version + 1, rule, act);
  }

  private void requireFree(RecommendationRule rule, String id) {
    if (!rule.name().isEmpty()) {
      newest.requireFree(rule.name(), id);
    }
  }

  private SavedRule add(String id, int version, RecommendationRule rule, Act act) {
    SavedRule saved =
        new SavedRule(id, version, rule, act, clock.instant(), Actor.current().name());
    database.transaction(s -> s.update(INSERT, values(saved)));
    return newest.put(saved);
  }

  private static @Nullable Object[] values(SavedRule saved) {
    RuleForm form = RuleForm.of(saved.rule().effect());
    return new @Nullable Object[] {
      saved.id(),
      saved.version(),
      saved.act().name(),
      saved.at(),
      saved.by(),
      saved.rule().name(),
      form.kind().name(),
      form.target().map(t -> t.kind().name()).orElse(null),
      form.target().map(RuleTarget::value).orElse(null),
      form.amount().isPresent() ? (Double) form.amount().getAsDouble() : null
    };
  }

  private static SavedRule saved(Row row) {
    RuleForm form =
        new RuleForm(
            RuleEffect.Kind.valueOf(row.string("kind")),
            row.optString("target_kind")
                .map(kind -> new RuleTarget(RuleTarget.Kind.valueOf(kind), row.string("target"))),
            row.isNull("amount")
                ? OptionalDouble.empty()
                : OptionalDouble.of(row.doubleValue("amount")));
    return new SavedRule(
        row.string("id"),
        row.intValue("version"),
        new RecommendationRule(row.string("name"), form.toEffect()),
        Act.valueOf(row.string("act")),
        row.instant("at"),
        row.string("by_actor"));
  }
}
