package org.marquetry.recommend.core.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.lib.doubles.AuditTo;
import org.marquetry.recommend.api.RecommendationRule;
import org.marquetry.recommend.api.RuleEffect;
import org.marquetry.recommend.api.RuleTarget;
import org.marquetry.recommend.api.SavedRule;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Saved.Act;
import org.marquetry.shop.api.VersionConflict;
import org.marquetry.sql.h2.H2Databases;

/// On a real store.
class StoredRulesTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-29T12:00:00Z"));
  private static final RuleTarget TEA = new RuleTarget(RuleTarget.Kind.CATEGORY, "Tea");

  @TempDir Path folder;
  private H2Databases databases;
  private StoredRules rules;
  private final List<String> acts = new ArrayList<>();

  @BeforeEach
  void open() {
    databases = new H2Databases(folder.resolve("sql"), CLOCK);
    rules =
        new StoredRules(
            new RuleStore(databases, CLOCK), new AuditTo(act -> acts.add(act.action())));
  }

  @AfterEach
  void close() {
    databases.close();
  }

  private List<RuleEffect> effects() {
    return rules.list().stream().map(saved -> saved.rule().effect()).toList();
  }

  @Test
  void aFreshSuiteHasTwoThatCanBeDeletedForGood() {
    assertEquals(List.of(new RuleEffect.InStock(1), new RuleEffect.OneVariant()), effects());
    rules.delete("r-stock", 1);
    close();
    open();
    assertEquals(List.of(new RuleEffect.OneVariant()), effects());
    assertEquals(2, rules.restore("r-stock", 1).version() - 1);
    assertEquals(2, rules.list().size());
  }

  @Test
  void everyKindIsReadAsItWasSavedAlsoAfterAStart() {
    List<RuleEffect> all =
        List.of(
            new RuleEffect.Hide(new RuleTarget(RuleTarget.Kind.BRAND, "青花")),
            new RuleEffect.Weigh(TEA, 0.5),
            new RuleEffect.Quota(Optional.of("Tea"), 2),
            new RuleEffect.Quota(Optional.empty(), 3),
            new RuleEffect.InStock(4),
            new RuleEffect.MarginFloor(0.25),
            new RuleEffect.OneVariant(),
            new RuleEffect.Repurchase(Optional.of("Tea"), 30),
            new RuleEffect.Repurchase(Optional.empty(), 90),
            new RuleEffect.Diversity(0.3),
            new RuleEffect.Lean(RuleEffect.Axis.NOVELTY, -1),
            new RuleEffect.Lean(RuleEffect.Axis.MARGIN, 0.5),
            new RuleEffect.Lean(RuleEffect.Axis.POPULARITY, 1));
    List<SavedRule> saved =
        all.stream().map(effect -> rules.create(RecommendationRule.of(effect))).toList();
    close();
    open();
    saved.forEach(one -> assertEquals(Optional.of(one), rules.find(one.id())));
  }

  @Test
  void aChangeIsAVersionThatComesBackAndConflictsAreTold() {
    SavedRule first = rules.create(new RecommendationRule("No tea", new RuleEffect.Hide(TEA)));
    SavedRule second =
        rules.change(
            first.id(), 1, new RecommendationRule("Less tea", new RuleEffect.Weigh(TEA, 0.2)));
    assertThrows(VersionConflict.class, () -> rules.change(first.id(), 1, second.rule()));
    assertThrows(
        Rejected.class,
        () -> rules.create(new RecommendationRule("less TEA", new RuleEffect.Hide(TEA))));
    rules.delete(first.id(), 2);
    assertEquals(List.of(first.id()), rules.deleted().stream().map(SavedRule::id).toList());
    SavedRule back = rules.restore(first.id(), 1);
    assertEquals(new RuleEffect.Hide(TEA), back.rule().effect());
    assertEquals(
        List.of(Act.RESTORED, Act.DELETED, Act.CHANGED, Act.CREATED),
        rules.history(first.id()).stream().map(SavedRule::act).toList());
    assertEquals(
        List.of(
            "recommend.createRule",
            "recommend.changeRule",
            "recommend.deleteRule",
            "recommend.restoreRule"),
        acts);
  }

  @Test
  void whatIsMissingIsNamed() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> RuleForm.kind("explode"));
    assertTrue(String.valueOf(e.getMessage()).contains("hide, weigh, quota"), e.getMessage());
    RuleForm bare =
        new RuleForm(RuleEffect.Kind.WEIGH, Optional.empty(), java.util.OptionalDouble.empty());
    assertThrows(IllegalArgumentException.class, bare::toEffect);
  }
}
