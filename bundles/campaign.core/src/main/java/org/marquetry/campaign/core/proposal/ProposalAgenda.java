package org.marquetry.campaign.core.proposal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.campaign.api.CampaignProposals;
import org.marquetry.campaign.api.Campaigns;
import org.marquetry.campaign.api.Goal;
import org.marquetry.campaign.api.Proposal;
import org.marquetry.campaign.api.ProposalQuestion;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.insight.spi.AgendaItem;
import org.marquetry.insight.spi.AgendaItem.Kind;
import org.marquetry.insight.spi.AgendaSource;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// The best proposal of the day, for a hundredth of the last quarter's revenue. A goal that a
/// campaign was made for within a month is left out. It takes seconds to find, so it is looked for
/// beside the page Today, which shows what was found last.
@Provider("proposals")
@Component
public final class ProposalAgenda implements AgendaSource {
  private static final Duration QUARTER = Duration.ofDays(90);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final long PART = 100;
  private static final int DAYS = 30;
  private static final double MARGIN = 0.3;
  private static final Duration PERIOD = Duration.ofSeconds(10);
  private static final Duration WITH_ONE = Duration.ofMinutes(10); // before another is looked for
  private static final Duration WITHOUT = Duration.ofMinutes(1);
  private static final Set<Goal> GOALS = EnumSet.of(Goal.WIN_BACK, Goal.SECOND_ORDER);

  private final CampaignProposals proposals;
  private final Campaigns campaigns;
  private final ShopSettings settings;
  private final Warehouse warehouse;
  private final ShopZone zone;
  private final InstantSource clock;
  private final Timers.Timer timer;
  private volatile Told told =
      new Told(LocalDate.MIN, -1, Set.of(), System.nanoTime(), Optional.empty());

  /// What was found out.
  ///
  /// @param changes of the warehouse by then
  /// @param nanos of the machine
  private record Told(
      LocalDate day, long changes, Set<Goal> open, long nanos, Optional<AgendaItem> item) {}

  @Activate
  public ProposalAgenda(
      @Reference CampaignProposals proposals,
      @Reference Campaigns campaigns,
      @Reference ShopSettings settings,
      @Reference Warehouse warehouse,
      @Reference ShopZone zone,
      @Reference InstantSource clock,
      @Reference Timers timers) {
    this.proposals = proposals;
    this.campaigns = campaigns;
    this.settings = settings;
    this.warehouse = warehouse;
    this.zone = zone;
    this.clock = clock;
    timer =
        Actor.SYSTEM.call(() ->
            timers.poll("campaign.core.proposal", PERIOD, () -> Actor.SYSTEM.run(this::look)));
  }

  @Deactivate
  void stop() {
    timer.cancel();
  }

  @Override
  public String name() {
    return "proposals";
  }

  @Override
  public List<AgendaItem> items(Instant since) {
    Told now = told;
    return Actor.SYSTEM.call(this::open).equals(now.open) ? now.item.stream().toList() : List.of();
  }

  /// Found out again when the open goals are others; when the day or the data are, only after some
  /// minutes of the machine.
  private void look() {
    LocalDate day = zone.today();
    Set<Goal> open = open();
    long changes = warehouse.changes();
    Told before = told;
    boolean goals = before.changes >= 0 && before.open.equals(open);
    boolean same = goals && before.day.equals(day) && before.changes == changes;
    Duration rest = before.item.isPresent() ? WITH_ONE : WITHOUT;
    boolean early = goals && System.nanoTime() - before.nanos < rest.toNanos();
    if (!same && !early) {
      told = new Told(day, changes, open, System.nanoTime(), best(day, open));
    }
  }

  private Set<Goal> open() {
    Set<Goal> open = EnumSet.copyOf(GOALS);
    Instant month = clock.instant().minus(MONTH);
    for (SavedCampaign saved : campaigns.list()) {
      if (saved.at().isAfter(month)) {
        open.remove(saved.campaign().goal());
      }
    }
    return open;
  }

  private Optional<AgendaItem> best(LocalDate today, Set<Goal> open) {
    Optional<Money> budget = budget();
    return budget.flatMap(most ->
        open.stream()
            .flatMap(goal -> proposed(goal, most, today))
            .max(Comparator.comparingDouble(p -> p.forecast().profit().estimate()))
            .map(best -> item(best, zone.start(today))));
  }

  private Optional<Money> budget() {
    Optional<String> currency = settings.settings().map(s -> s.currency().getCurrencyCode());
    long sold =
        warehouse
            .query(
                "SELECT CAST(coalesce(sum(net_minor), 0) AS BIGINT) AS sold FROM v1.order_lines"
                    + " WHERE kept AND ordered_at >= ?",
                List.of(clock.instant().minus(QUARTER)),
                row -> row.longValue("sold"))
            .getFirst();
    return currency.filter(_ -> sold >= PART).map(c -> round(new Money(sold / PART, c)));
  }

  /// Down to two digits, as a person would say it.
  private static Money round(Money money) {
    BigDecimal two = money.toMajor().round(new MathContext(2, RoundingMode.DOWN));
    return two.signum() == 0 ? money : Money.of(two, money.currency());
  }

  private Stream<Proposal> proposed(Goal goal, Money budget, LocalDate today) {
    ProposalQuestion question =
        new ProposalQuestion(
            goal,
            budget,
            today.plusDays(1),
            today.plusDays(DAYS),
            MARGIN,
            Money.zero(budget.currency()));
    return proposals.propose(question).proposals().stream();
  }

  private static AgendaItem item(Proposal best, Instant since) {
    ProposalQuestion asked = best.choice().question();
    Interval profit = best.forecast().profit();
    String currency = best.forecast().currency();
    String money =
        "%s [%s; %s]"
            .formatted(
                amount(profit.estimate(), currency),
                amount(profit.low(), currency),
                amount(profit.high(), currency));
    String people = String.format(Locale.ROOT, "%,d", best.recipients());
    Words goal =
        asked.goal() == Goal.WIN_BACK
            ? new Words("挽回", "Win-back")
            : new Words("促成第二单", "Second-order");
    String word = asked.goal().name().toLowerCase(Locale.ROOT);
    return AgendaItem.builder(
            Kind.WAITS,
            "proposal/" + word,
            since,
            new Words(
                goal.zh() + "提案：预期利润 " + money + "，" + people + " 人",
                goal.en() + " proposal: " + money + ", " + people + " people"))
        .why(best.rests().getFirst())
        .stake(new Money(Math.round(profit.estimate()), currency))
        .act(
            new Words("查看提案", "Look at the proposals"),
            "new-campaign?goal=%s&budget=%s&from=%s&to=%s"
                .formatted(
                    word, asked.budget().toMajor().toPlainString(), asked.from(), asked.to()))
        .permission("campaign.write")
        .build();
  }

  /// In whole major units with a sign.
  private static String amount(double minor, String currency) {
    double major = new Money(Math.round(minor), currency).toMajor().doubleValue();
    return String.format(Locale.ROOT, "%+,.0f", major) + " " + currency;
  }
}
