package org.marquetry.campaign.core.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.campaign.api.Approach;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.CampaignCheck;
import org.marquetry.campaign.api.CampaignFinding;
import org.marquetry.campaign.api.CampaignState;
import org.marquetry.campaign.api.Goal;
import org.marquetry.campaign.api.Proposal;
import org.marquetry.campaign.api.ProposalChoice;
import org.marquetry.campaign.api.ProposalQuestion;
import org.marquetry.campaign.api.Proposed;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.copy.api.MailBlock;
import org.marquetry.experiment.api.Design;
import org.marquetry.experiment.api.ExperimentPlan;
import org.marquetry.insight.spi.AgendaItem;
import org.marquetry.lib.doubles.TimersWhenTold;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.ProductId;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;
import org.marquetry.warehouse.duckdb.TestShop;

/// On the real stores, planner, policy and writer; a shop of 600 people who order at rates of their
/// own and may stop.
class CoreProposalsTest {
  private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("UTC");
  private static final int PEOPLE = 600;
  private static final int WITHOUT_CONSENT = 100; // the first of them

  @TempDir static Path shared;
  private static DuckDbWarehouse shop;
  private static RealProposals real;

  @BeforeAll
  static void openShop() throws IOException {
    shop = new DuckDbWarehouse(shared.resolve("shop"));
    Random random = new Random(3);
    TestShop rows = new TestShop(shop);
    for (int p = 0; p < 12; p++) {
      rows.row(
          "products",
          Map.of(
              "product_id",
              "p" + p,
              "title",
              "Tea " + (char) ('A' + p),
              "category",
              p < 6 ? "Green tea" : "Black tea",
              "price_minor",
              1_000 + 100L * p,
              "currency",
              "EUR",
              "stock",
              p == 3 ? 5_000L : 10L));
    }
    for (int i = 0; i < PEOPLE; i++) {
      rows.customer(id(i), Map.of("email", id(i) + "@shop.example", "language", "en"));
      double gap = 20 + 100 * random.nextDouble();
      double day = 400 * random.nextDouble();
      double end = day + 250 * random.nextExponential();
      while (day < Math.min(399, end)) {
        rows.order(
            "o" + i + "-" + (long) day,
            id(i),
            "p" + random.nextInt(12),
            1,
            2_000 + random.nextInt(4_000),
            NOW.minus(Duration.ofMinutes((long) (1_440 * (400 - day)))));
        day += 1 + gap * random.nextExponential();
      }
    }
    rows.load();
    real = new RealProposals(shared.resolve("real"), shop, "EUR", ZONE, () -> NOW);
    real.consented(
        IntStream.range(WITHOUT_CONSENT, PEOPLE).mapToObj(i -> new CustomerId(id(i))).toList());
  }

  @AfterAll
  static void closeShop() throws IOException {
    real.close();
    shop.close();
  }

  private static String id(int i) {
    return "c%03d".formatted(i);
  }

  private static ProposalQuestion asked(Goal goal, long budget) {
    LocalDate from = LocalDate.of(2026, 12, 1);
    return new ProposalQuestion(
        goal, new Money(budget, "EUR"), from, from.plusDays(29), 0.3, new Money(5, "EUR"));
  }

  private static List<Proposal> proposals(Goal goal, long budget) {
    Proposed proposed = real.proposals.propose(asked(goal, budget));
    assertEquals(List.of(), proposed.missing());
    return proposed.proposals();
  }

  private static double profit(Proposal proposal) {
    return proposal.forecast().profit().estimate();
  }

  @Test
  void theBestOneStandsOnTodayOnceItWasLookedFor() {
    TimersWhenTold timers = new TimersWhenTold();
    ProposalAgenda agenda = real.agenda(timers);
    assertEquals(List.of(), agenda.items(NOW), "the page does not wait for it");
    timers.run();
    AgendaItem item = agenda.items(NOW).getFirst();
    assertTrue(item.key().startsWith("proposal/"), item.key());
    assertTrue(item.address().orElseThrow().startsWith("new-campaign?goal="), item::toString);
    assertTrue(item.stake().orElseThrow().minor() > 0, item::toString);
    timers.run();
    assertEquals(List.of(item), agenda.items(NOW), "nothing is other");
    agenda.stop();
  }

  @Test
  void threeProposalsAreUnlikeAndPromiseAProfit() {
    List<Proposal> three = proposals(Goal.WIN_BACK, 10_000_000);
    assertEquals(
        List.of(Approach.values()), three.stream().map(p -> p.choice().approach()).toList());
    Set<Object> unlike = new HashSet<>();
    for (Proposal p : three) {
      unlike.add(p.audience());
      assertTrue(profit(p) > 0, p::toString);
      assertTrue(p.forecast().profit().low() < profit(p), p::toString);
      assertTrue(p.recipients() > 0 && p.recipients() <= p.segment(), p::toString);
      assertEquals(p.choice().discount() > 0, p.offer().isPresent());
      assertEquals(2, p.mail().openings().size());
      p.mail()
          .openings()
          .forEach(o -> assertEquals(Set.of("en", "zh"), o.subject().versions().keySet()));
      assertTrue(p.rests().getFirst().en().contains("weak evidence"), p.rests()::toString);
    }
    assertEquals(3, unlike.size());
    assertEquals(0, three.getFirst().choice().discount());
    assertEquals(Instant.parse("2026-12-01T00:00:00Z"), three.getFirst().start());
  }

  @Test
  void theBudgetBoundsWhatItCosts() {
    for (Proposal p : proposals(Goal.SECOND_ORDER, 1_000)) {
      assertTrue(p.forecast().cost() <= 1_050, p::toString); // who is held out is drawn anew
    }
    int many = proposals(Goal.SECOND_ORDER, 10_000_000).getFirst().recipients();
    assertTrue(proposals(Goal.SECOND_ORDER, 100).getFirst().recipients() < many);
  }

  @Test
  void twiceTheDiscountEarnsLessAndCanLose() {
    Proposal gentle = proposals(Goal.WIN_BACK, 10_000_000).get(1);
    double discount = gentle.choice().discount();
    Proposal doubled = real.proposals.forecast(gentle.choice().discounted(2 * discount));
    Proposal half = real.proposals.forecast(gentle.choice().discounted(0.5));
    assertTrue(profit(doubled) < profit(gentle), () -> profit(doubled) + " " + profit(gentle));
    assertTrue(profit(half) < 0, half::toString);
    assertEquals(gentle, real.proposals.forecast(gentle.choice()));
  }

  @Test
  void aRandomAudienceIsAsLargeAndOnlyToCompareWith() {
    Proposal gentle = proposals(Goal.WIN_BACK, 10_000_000).get(1);
    ProposalChoice drawn = gentle.choice().random(true);
    Proposal random = real.proposals.forecast(drawn);
    assertEquals(gentle.choice().people(), random.recipients());
    assertEquals(PEOPLE, random.segment());
    assertNotEquals(profit(gentle), profit(random));
    assertEquals(random, real.proposals.forecast(drawn));
    assertThrows(IllegalArgumentException.class, () -> real.proposals.adopt(drawn, "Drawn"));
  }

  @Test
  void whatIsChosenIsADraftWhoseCheckShowsTheSameForecast() {
    Proposal gentle = proposals(Goal.WIN_BACK, 10_000_000).get(1);
    SavedCampaign saved = real.proposals.adopt(gentle.choice(), "Come back");
    Campaign campaign = saved.campaign();
    assertEquals("Come back", campaign.name());
    assertEquals(CampaignState.DRAFT, real.campaigns.state(saved.id()));
    assertEquals(
        new Benefit.Percent(gentle.choice().discount()),
        real.offers.find(campaign.offer().orElseThrow()).orElseThrow().offer().benefit());
    assertTrue(real.designs.find(campaign.mail().orElseThrow()).isPresent());
    CampaignCheck check = real.campaigns.check(saved.id());
    assertEquals(gentle.recipients(), check.recipients());
    assertEquals(gentle.forecast(), check.forecast());
    List<CampaignFinding> against =
        check.findings().stream().filter(CampaignFinding::stops).toList();
    assertEquals(List.of(), against);
  }

  @Test
  void chosenTwiceItIsOneAndADeletedOneComesBack() {
    ProposalChoice choice = proposals(Goal.SECOND_ORDER, 10_000_000).get(1).choice();
    int before = real.saved.size();
    SavedCampaign first = real.proposals.adopt(choice, "Again");
    assertEquals(first, real.proposals.adopt(choice, "Another name"));
    assertEquals(before + 1, real.saved.size());
    Campaign other = // of the same name, to one person more: a number follows
        real.proposals.adopt(choice.to(1 + choice.people()), "again").campaign();
    assertEquals("again 2", other.name());
    assertTrue(real.campaigns.delete(first.id(), first.version()).isDeleted());
    assertEquals(first.campaign(), real.proposals.adopt(choice, "Again").campaign());
    assertFalse(real.campaigns.find(first.id()).orElseThrow().isDeleted());
  }

  @Test
  void aDraftThatACrashLeftIsTaken() {
    ProposalChoice choice = proposals(Goal.SECOND_ORDER, 10_000_000).getFirst().choice();
    var rule = Audiences.of(Goal.SECOND_ORDER, Approach.MESSAGE, "");
    String left = real.segments().create("Rest", rule).id(); // and then it was killed
    int before = real.saved.size();
    SavedCampaign saved = real.proposals.adopt(choice, "Rest");
    assertEquals(before, real.saved.size());
    assertEquals(Optional.of(left), saved.campaign().segment());
  }

  @Test
  void whatLiesLongestIsWhatIsToBeCleared() {
    Proposal first = proposals(Goal.CLEAR_STOCK, 10_000_000).getFirst();
    assertEquals(Optional.of("Green tea"), first.choice().theme());
    MailBlock.Products shown =
        first.mail().blocks().stream()
            .filter(MailBlock.Products.class::isInstance)
            .map(MailBlock.Products.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(new ProductId("p3"), shown.products().getFirst());
    assertTrue(proposals(Goal.CROSS_SELL, 10_000_000).getFirst().choice().theme().isPresent());
  }

  /// A campaign ends whose message brought every fifth person to order: the next forecast rests on
  /// it.
  @Test
  void aFinishedCampaignTellsTheNextForecast() throws IOException {
    AtomicReference<Instant> now = new AtomicReference<>(NOW);
    try (DuckDbWarehouse taught = new DuckDbWarehouse(shared.resolve("taught"));
        RealProposals learning =
            new RealProposals(shared.resolve("learning"), taught, "EUR", ZONE, now::get)) {
      TestShop before = new TestShop(taught, "EUR", "before");
      for (int i = 0; i < 300; i++) {
        before.customer(id(i), Map.of("email", id(i) + "@shop.example"));
        before.order("a" + i, id(i), "p", 1, 3_000, NOW.minus(Duration.ofDays(100 + i % 60)));
        before.order("b" + i, id(i), "p", 1, 3_000, NOW.minus(Duration.ofDays(200 + i % 90)));
      }
      before.load();
      learning.consented(IntStream.range(0, 300).mapToObj(i -> new CustomerId(id(i))).toList());
      Proposal first = first(learning, NOW);
      assertEquals(0, first.forecast().campaigns());
      String campaign = learning.proposals.adopt(first.choice(), "First").id();
      learning.experiments.register(
          new ExperimentPlan(
              new CampaignId(campaign),
              "First",
              0.5,
              List.of(new Design.Share("message", 1)),
              NOW,
              NOW.plus(Duration.ofDays(30)),
              new ExperimentPlan.Costs(0.3, new Money(5, "EUR"), Money.zero("EUR")),
              30,
              ExperimentPlan.Limits.USUAL));
      ended(taught, campaign);
      now.set(NOW.plus(Duration.ofDays(31)));
      Proposal next = first(learning, now.get());
      assertEquals(1, next.forecast().campaigns());
      assertTrue(next.rests().getFirst().en().startsWith("1 result"), next.rests()::toString);
      double usual = attention(first);
      assertTrue(attention(next) > usual && attention(next) < 0.2, next::toString);
    }
  }

  private static Proposal first(RealProposals real, Instant now) {
    LocalDate from = LocalDate.ofInstant(now, ZONE).plusDays(1);
    Money budget = new Money(10_000_000, "EUR");
    ProposalQuestion question =
        new ProposalQuestion(
            Goal.WIN_BACK, budget, from, from.plusDays(29), 0.3, Money.zero("EUR"));
    return real.proposals.propose(question).proposals().getFirst();
  }

  private static double attention(Proposal proposal) {
    return Objects.requireNonNull(proposal.forecast().assumptions().get("attention"))
        .value()
        .estimate();
  }

  /// Every second one was held out; of the others every fifth ordered, and no one else.
  private static void ended(DuckDbWarehouse warehouse, String campaign) {
    TestShop after = new TestShop(warehouse, "EUR", "after");
    for (int i = 0; i < 300; i++) {
      String group = i % 2 == 0 ? "holdout" : "message";
      after.row(
          "decisions",
          Map.of(
              "decision_id",
              "d" + i,
              "decided_at",
              NOW.plusSeconds(60),
              "point",
              "campaign.send",
              "customer_id",
              id(i),
              "arms",
              "{\"" + campaign + "\":\"" + group + "\"}"));
      if (i % 10 == 1) {
        after.order("c" + i, id(i), "p", 1, 3_000 + i, NOW.plus(Duration.ofDays(3)));
      }
    }
    after.load();
  }

  @Test
  void aShopWithoutOrdersIsToldWhatIsMissing() throws IOException {
    try (DuckDbWarehouse empty = new DuckDbWarehouse(shared.resolve("empty"));
        RealProposals none =
            new RealProposals(shared.resolve("none"), empty, "EUR", ZONE, () -> NOW)) {
      Proposed proposed = none.proposals.propose(asked(Goal.WIN_BACK, 1_000));
      assertEquals(List.of(), proposed.proposals());
      assertTrue(proposed.missing().getFirst().en().contains("Too few orders"));
    }
  }
}
