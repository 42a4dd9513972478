package org.marquetry.profile.core.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.marquetry.profile.api.SegmentRule.all;
import static org.marquetry.profile.api.SegmentRule.any;
import static org.marquetry.profile.api.SegmentRule.atLeast;
import static org.marquetry.profile.api.SegmentRule.between;
import static org.marquetry.profile.api.SegmentRule.daysAgo;
import static org.marquetry.profile.api.SegmentRule.none;
import static org.marquetry.profile.api.SegmentRule.oneOf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.feature.api.FeatureUse;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.profile.api.Check.Verdict;
import org.marquetry.profile.api.Condition;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.SavedSegment;
import org.marquetry.profile.api.SegmentCount;
import org.marquetry.profile.api.SegmentIdea;
import org.marquetry.profile.api.SegmentMatch;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.SegmentRule.DeedRow;
import org.marquetry.profile.api.SegmentRule.Group;
import org.marquetry.profile.api.SegmentRule.Measure;
import org.marquetry.profile.api.SegmentRule.MemberRow;
import org.marquetry.profile.api.SegmentRule.Thing;
import org.marquetry.profile.api.SegmentTrait;
import org.marquetry.profile.api.SegmentTrait.Use;
import org.marquetry.profile.api.SegmentWarning;
import org.marquetry.profile.api.SegmentWarning.Kind;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;
import org.marquetry.profile.core.CoreProfiles;
import org.marquetry.profile.spi.TraitSource;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.OrderId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.VersionConflict;
import org.marquetry.shop.api.Words;

/// On a real journal, projection, warehouse and operational store.
class CoreSegmentsTest {
  private static final CustomerId ANN = new CustomerId("ann");
  private static final Trait SCORE =
      new Trait("luck", Trait.Kind.NUMBER, new Words("运气", "luck"), Trait.Unit.NONE);
  private static final DeedRow SHOES =
      new DeedRow(
          "ordered",
          Thing.CATEGORY,
          "Shoes",
          Measure.TIMES,
          OptionalDouble.of(1),
          OptionalDouble.empty(),
          OptionalInt.of(60));

  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void open() throws IOException {
    shop = new Shop(folder);
    shop.append(
        shop.product("run", "Running shoe", "Shoes", "Swift"),
        shop.product("tea", "Green tea", "Drinks", "Leaf"),
        shop.event("customerChanged", "ann", 100)
            .property("email", "ann@shop.example")
            .property("city", "Bath")
            .build(),
        shop.event("consented", "ann", 99).build(),
        shop.event("consented", "bob", 99).build(), // without an address nobody can be reached
        shop.line("ordered", "o1", "ann", "run", 1, 7_500, 59),
        shop.line("ordered", "o2", "bob", "tea", 1, 2_500, 30),
        shop.line("ordered", "o3", "bob", "run", 1, 5_000, 10),
        shop.event("viewed", "eve", 1).product(new ProductId("run")).build());
  }

  @AfterEach
  void close() throws IOException {
    shop.close();
  }

  private CoreSegments segments() {
    return shop.segments;
  }

  private int count(SegmentRule rule) {
    return segments().count(rule).count();
  }

  @Test
  void aCountTellsRowsReachAndMoney() {
    Group rule = all(between(Traits.ORDERS, 1, 1), SHOES);
    SegmentCount count = segments().count(rule);
    assertEquals(3, count.customers());
    assertEquals(1, count.count());
    assertEquals(List.of(1, 1, 2), count.nodes().stream().map(SegmentCount.Node::count).toList());
    assertEquals(Optional.of(new Money(7_500, "EUR")), count.revenue());
    assertEquals(0.5, count.revenueShare());
    assertEquals(
        List.of(new SegmentCount.Reach("email", 1), new SegmentCount.Reach("sms", 0)),
        count.reach());
    assertEquals(
        1, segments().count(oneOf(Traits.CONSENT_EMAIL, "granted")).reach().getFirst().count());
  }

  @Test
  void everybodyAndNobody() {
    assertEquals(3, count(SegmentRule.everybody()));
    assertEquals(0, count(any()));
    assertEquals(3, count(none()));
  }

  @Test
  void aSegmentChangesWithoutAnyEvent() {
    Group once = all(between(Traits.ORDERS, 1, 1), daysAgo(Traits.LAST_ORDER, 60, 120));
    assertEquals(0, count(once));
    assertEquals(2, count(SHOES));
    shop.pass(Duration.ofHours(23)); // over midnight: 60 days ago now
    assertEquals(1, count(once));
    assertEquals(2, count(SHOES));
    shop.pass(Duration.ofHours(24));
    assertEquals(1, count(SHOES));
    assertFalse(segments().isMember(SHOES, ANN));
  }

  @Test
  void anEventCountsAtOnceAndACancellationToo() {
    assertEquals(2, count(atLeast(Traits.ORDERS, 1)));
    shop.append(shop.line("ordered", "o9", "eve", "tea", 1, 100, 0));
    assertEquals(3, count(atLeast(Traits.ORDERS, 1)));
    shop.append(
        shop.event("cancelled", "eve", 0).order(new org.marquetry.shop.api.OrderId("o9")).build());
    assertEquals(2, count(atLeast(Traits.ORDERS, 1)));
  }

  @Test
  void aDraftIsToldHowManyItTookWhenTheDayBegan() {
    Group buyers = all(atLeast(Traits.ORDERS, 1));
    Group lookers = none(atLeast(Traits.ORDERS, 1));
    Group lately = all(daysAgo(Traits.LAST_ORDER, 0, 3));
    shop.pass(Duration.ofDays(1));
    assertEquals(OptionalInt.of(2), begun(buyers)); // nothing happened since midnight
    shop.append(
        shop.line("ordered", "o4", "eve", "run", 1, 5_000, 0),
        shop.line("ordered", "o5", "new", "run", 1, 5_000, 0),
        shop.event("cancelled", "ann", 0).order(new OrderId("o1")).build());
    assertEquals(3, count(buyers));
    assertEquals(OptionalInt.of(2), begun(buyers));
    assertEquals(1, count(lookers)); // ann, who had bought when the day began; eve had not
    assertEquals(OptionalInt.of(1), begun(lookers));
    assertEquals(2, count(lately));
    assertEquals(OptionalInt.of(0), begun(lately));
    shop.append(shop.line("ordered", "o6", "ann", "tea", 1, 100, 0));
    assertEquals(OptionalInt.of(2), begun(buyers)); // as she was in the morning, not at noon
    assertEquals(OptionalInt.empty(), begun(all(atLeast(SCORE, 1)))); // nobody supplies it
    shop.stop();
    shop.start();
    assertEquals(
        OptionalInt.empty(), begun(buyers)); // what came before the start is not told apart
    shop.pass(Duration.ofDays(1));
    assertEquals(OptionalInt.of(4), begun(buyers));
  }

  private OptionalInt begun(SegmentRule rule) {
    return segments().count(rule).begun();
  }

  @Test
  void aProductThatMovesTakesItsBuyersAlong() {
    assertEquals(2, count(SHOES));
    shop.append(shop.product("run", "Running shoe", "Sport", "Swift"));
    assertEquals(0, count(SHOES));
  }

  @Test
  void aMemberIsExplainedByValueAndEvent() {
    Group rule = all(SHOES, none(oneOf(Traits.CITY, "Bath")));
    SegmentMatch match = segments().explain(rule, ANN).orElseThrow();
    assertFalse(match.member());
    SegmentMatch.RowMatch bought = match.rows().getFirst();
    assertEquals(Verdict.TRUE, bought.verdict());
    assertTrue(bought.good());
    assertEquals("1", bought.value().en());
    assertEquals("o1", bought.evidence().orElseThrow().order().orElseThrow().value());
    SegmentMatch.RowMatch failing = match.firstFailing().orElseThrow();
    assertEquals("have the city “Bath”", failing.sentence().en());
    assertEquals("Bath", failing.value().en());
    assertTrue(segments().explain(rule, new CustomerId("bob")).orElseThrow().member());
    assertTrue(segments().explain(rule, new CustomerId("nobody")).isEmpty());
  }

  @Test
  void sentencesReadWellInBothLanguages() {
    Words words =
        segments().sentence(all(between(Traits.ORDERS, 1, 1), daysAgo(Traits.LAST_ORDER, 60, 120)));
    assertEquals(
        "Customers who placed exactly 1 order, and last bought 60 to 120 days ago.", words.en());
    assertEquals("下过恰好 1 个订单，且最近一次购买在 60 至 120 天前的顾客。", words.zh());
    assertEquals(
        "Customers who bought something of “Shoes” within the last 60 days.",
        segments().sentence(SHOES).en());
    assertEquals("最近 60 天内购买“Shoes”类商品过的顾客。", segments().sentence(SHOES).zh());
  }

  @Test
  void wordsFindTraitsDeedsAndThings() {
    List<SegmentIdea> shoes = segments().ideas("shoe", 20);
    assertTrue(shoes.stream().anyMatch(i -> i.label().en().equals("bought “Shoes”")), "category");
    assertTrue(
        shoes.stream().anyMatch(i -> i.label().en().equals("viewed “Running shoe”")), "product");
    assertTrue(
        segments().ideas("许可", 20).stream()
            .anyMatch(i -> SegmentRule.trait(i.row()).equals(Optional.of("consentEmail"))));
    assertTrue(segments().deeds().containsAll(List.of("ordered", "viewed")));
    assertEquals(List.of("Bath"), segments().choices("city", 5));
  }

  @Test
  void samplesAreTheSameForTheSameSeed() {
    Event[] views = new Event[60];
    Arrays.setAll(views, c -> shop.event("viewed", "c" + c, 1).build());
    shop.append(views);
    List<CustomerId> one = sample(1);
    assertEquals(10, one.size());
    assertEquals(one, sample(1));
    assertNotEquals(one, sample(2));
    shop.stop();
    shop.start();
    assertEquals(one, sample(1), "also when the boards were made anew");
  }

  private List<CustomerId> sample(long seed) {
    return segments().sample(SegmentRule.everybody(), seed, 10).stream()
        .map(Profile::customer)
        .toList();
  }

  @Test
  void whatIsSavedIsKeptWithItsHistoryAndAudited() {
    Group rule = all(SHOES);
    SavedSegment made = segments().create("Shoe buyers", rule);
    SavedSegment changed =
        segments()
            .change(made.id(), 1, "Shoe fans", made.owner(), all(SHOES, atLeast(Traits.ORDERS, 2)));
    assertEquals(2, changed.version());
    VersionConflict conflict =
        assertThrows(
            VersionConflict.class,
            () -> segments().change(made.id(), 1, "Mine", made.owner(), rule));
    assertEquals(changed.version(), conflict.version());
    SavedSegment deleted = segments().delete(made.id(), 2);
    assertTrue(deleted.isDeleted());
    assertEquals(List.of(), segments().list());
    assertEquals(List.of(deleted), segments().deleted());
    shop.stop();
    shop.start();
    SavedSegment restored = segments().restore(made.id(), 1);
    assertEquals(4, restored.version());
    assertEquals(rule, restored.rule());
    assertEquals("Shoe buyers", restored.name());
    assertEquals(4, segments().history(made.id()).size());
    assertEquals(
        List.of("segment.create", "segment.change", "segment.delete", "segment.restore"),
        shop.audited.stream().map(act -> act.action()).toList());
  }

  @Test
  void badSavesAreRefused() {
    SavedSegment shoes = segments().create("Shoes", all(SHOES));
    assertThrows(IllegalArgumentException.class, () -> segments().create(" shoes ", all(SHOES)));
    assertThrows(
        IllegalArgumentException.class, () -> segments().create("All", SegmentRule.everybody()));
    Group round = all(new MemberRow(shoes.id()));
    SavedSegment second = segments().create("Second", round);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            segments()
                .change(shoes.id(), 1, "Shoes", shoes.owner(), all(new MemberRow(second.id()))));
    assertThrows(
        IllegalArgumentException.class,
        () -> segments().delete(shoes.id(), 1),
        "another segment names it");
    assertEquals(2, count(round));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            count(new SegmentRule.NumberRow("city", OptionalDouble.of(1), OptionalDouble.empty())));
  }

  @Test
  void aSizeIsKeptWhenTheDayBegins() {
    SavedSegment made = segments().create("Shoes", all(SHOES));
    assertEquals(2, segments().sizes(made.id(), 10).getFirst().count());
    shop.append(shop.line("ordered", "o7", "eve", "run", 1, 100, 0));
    segments().measure(made);
    assertEquals(1, segments().sizes(made.id(), 10).size(), "the first word about a day counts");
    assertEquals(2, segments().sizes(made.id(), 10).getFirst().count());
    shop.pass(Duration.ofDays(1));
    segments().measure(made);
    assertEquals(
        List.of(3, 2), segments().sizes(made.id(), 10).stream().map(day -> day.count()).toList());
  }

  @Test
  void overlapsAndEmptySegmentsAreToldBeforeSaving() {
    segments().create("Buyers", all(atLeast(Traits.ORDERS, 1)));
    List<SegmentWarning> warnings = segments().warnings(all(SHOES), Optional.empty());
    assertEquals(Kind.OVERLAP, warnings.getFirst().kind());
    assertTrue(warnings.getFirst().text().en().contains("100 %"), warnings.toString());
    assertEquals(
        Kind.EMPTY,
        segments().warnings(all(atLeast(Traits.ORDERS, 99)), Optional.empty()).getFirst().kind());
  }

  /// A partner's trait: how lucky somebody is.
  private static final class Luck implements TraitSource {
    private long version = 1;
    private double ann = 7;

    @Override
    public List<SegmentTrait> traits() {
      return List.of(
          new SegmentTrait(SCORE, new Words("合作伙伴", "Partner"), Set.of(Use.RANGE, Use.KNOWN)));
    }

    @Override
    public long version() {
      return version;
    }

    @Override
    public double[] numbers(String trait, List<CustomerId> customers) {
      return customers.stream().mapToDouble(c -> c.equals(ANN) ? ann : Double.NaN).toArray();
    }

    @Override
    public @Nullable String[] texts(String trait, List<CustomerId> customers) {
      throw new IllegalArgumentException(trait);
    }
  }

  @Test
  void aPartnersTraitCountsAndWhenItsBundleGoesTheRowStays() {
    Group rule = any(atLeast(SCORE, 5), oneOf(Traits.CITY, "Bath"));
    Luck luck = new Luck();
    segments().partners = List.of(luck);
    assertEquals(1, count(atLeast(SCORE, 5)));
    luck.ann = 3;
    luck.version++;
    assertEquals(0, count(atLeast(SCORE, 5)));
    assertEquals(
        "3",
        segments()
            .explain(all(atLeast(SCORE, 5)), ANN)
            .orElseThrow()
            .rows()
            .getFirst()
            .value()
            .en());
    SavedSegment saved = segments().create("Lucky", rule);
    segments().create("Buyers", all(atLeast(Traits.ORDERS, 1)));
    SegmentUses uses = new SegmentUses(segments()::list);
    assertEquals(List.of(), uses.uses());
    uses.partners = List.of(Map.entry(Map.of("marquetry.provider", "luck"), luck));
    assertEquals(
        List.of(
            new FeatureUse(
                "segment/" + saved.id(),
                "Lucky",
                saved.owner(),
                TraitSource.class.getName(),
                "luck",
                Set.of())),
        uses.uses());
    segments().partners = List.of();
    SegmentCount gone = segments().count(rule);
    assertFalse(gone.exact());
    assertEquals(1, gone.count(), "at least those who meet the other row");
    assertFalse(gone.nodes().get(1).exact());
    assertTrue(gone.nodes().get(2).exact());
    assertEquals(2, segments().change(saved.id(), 1, "Lucky 2", saved.owner(), rule).version());
    Group turned = all(none(atLeast(SCORE, 5)));
    assertEquals(0, count(turned), "nobody is known to be out of luck");
    assertTrue(segments().warnings(turned, Optional.empty()).getFirst().refused());
    assertThrows(IllegalArgumentException.class, () -> segments().create("Unlucky", turned));
  }

  @Test
  void whatModelsTellCountsAfterABuild() {
    CoreProfiles profiles = CoreProfiles.standard(shop.warehouse);
    segments().partners = List.of(new ModelTraits(profiles));
    Group rule = all(SegmentRule.oneOf(Traits.TOP_CATEGORY, "Shoes"));
    assertFalse(segments().count(rule).exact(), "there is no build yet");
    profiles.build(shop.now(), Progress.NONE);
    SegmentCount count = segments().count(rule);
    assertTrue(count.exact());
    assertEquals(profiles.count(Condition.oneOf(Traits.TOP_CATEGORY, "Shoes")), count.count());
    assertTrue(count.count() > 0);
    assertTrue(segments().choices(Traits.TOP_CATEGORY.id(), 9).contains("Shoes"));
  }

  @Test
  void anExportIsPagedAndAudited() {
    SavedSegment made = segments().create("Buyers", all(atLeast(Traits.ORDERS, 1)));
    List<Profile> first = segments().export(made.id(), Optional.empty(), 1);
    assertEquals(ANN, first.getFirst().customer());
    List<Profile> second = segments().export(made.id(), Optional.of(ANN), 1);
    assertEquals("bob", second.getFirst().customer().value());
    assertEquals(List.of(), segments().export(made.id(), Optional.of(new CustomerId("bob")), 1));
    assertEquals(
        1, shop.audited.stream().filter(act -> act.action().equals("segment.export")).count());
  }

  @Test
  void everyTemplateCounts() {
    segments()
        .templates()
        .forEach(t -> {
          assertTrue(segments().count(t.rule()).exact(), t.id());
          assertEquals(t.rule(), segments().read(segments().write(t.rule())), t.id());
        });
  }

  @Test
  void rulesAreReadStrictly() {
    assertThrows(IllegalArgumentException.class, () -> segments().read("{\"trait\": \"orders\"}"));
    assertThrows(
        IllegalArgumentException.class,
        () -> segments().read("{\"join\": \"all\", \"parts\": [], \"script\": \"x\"}"));
    assertThrows(IllegalArgumentException.class, () -> segments().read("[1"));
    assertThrows(
        IllegalArgumentException.class,
        () -> all(all(all(all(all(atLeast(Traits.ORDERS, 1)))))),
        "too deep");
  }
}
