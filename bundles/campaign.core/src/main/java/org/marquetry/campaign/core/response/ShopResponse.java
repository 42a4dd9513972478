package org.marquetry.campaign.core.response;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.marquetry.campaign.api.Assumption;
import org.marquetry.campaign.api.Assumption.Origin;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.Economics;
import org.marquetry.campaign.core.response.OwnCampaigns.Told;
import org.marquetry.experiment.api.Baseline;
import org.marquetry.experiment.api.Effect;
import org.marquetry.experiment.api.ExperimentPlan;
import org.marquetry.experiment.api.ExperimentReadings;
import org.marquetry.experiment.api.PastCampaigns;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.RegisteredExperiment;
import org.marquetry.experiment.api.RegisteredExperiments;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Money;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// What is known of how this shop's people buy and answer. Found out anew when the day or the data
/// are others, at most once a minute of the machine, so that figures stand still while somebody
/// works.
@Component(service = ShopResponse.class)
public final class ShopResponse {
  private static final int MOST_CAMPAIGNS = 20; // the latest
  private static final Duration MEMORY = Duration.ofDays(730);
  private static final Duration AT_MOST_EVERY = Duration.ofMinutes(1);
  private static final double LEVEL = 0.9;
  private static final double REACH = 1.645;
  private static final int FEWEST_SENT = 50; // of a campaign whose readers are counted
  private static final double LEAST_DIFFERENCE =
      0.15; // of the share who read, from one to the next
  private static final String READERS =
      """
      SELECT count(DISTINCT customer_id) FILTER (WHERE type = 'sent') AS sent,
        count(DISTINCT customer_id) FILTER (WHERE type = 'opened') AS opened
      FROM v1.events
      WHERE type IN ('sent', 'opened') AND occurred_at >= ? AND customer_id IS NOT NULL
      GROUP BY json_extract_string(properties, '$.campaignId')
      HAVING count(DISTINCT customer_id) FILTER (WHERE type = 'sent') >= ?
      """;

  /// Messages, and how many of them were clicked by somebody who ordered within a day of that.
  private static final String CLICKS =
      """
      SELECT count(*) FILTER (WHERE type = 'sent') AS sent,
        count(*) FILTER (WHERE type = 'clicked' AND EXISTS (
          SELECT 1 FROM v1.order_lines l WHERE l.customer_id = m.customer_id AND l.kept
            AND l.ordered_at >= m.moment AND l.ordered_at < m.moment + INTERVAL 1 DAY)) AS followed
      FROM (
        SELECT customer_id, type, min(occurred_at) AS moment FROM v1.events
        WHERE type IN ('sent', 'clicked') AND occurred_at >= ? AND customer_id IS NOT NULL
        GROUP BY customer_id, type, json_extract_string(properties, '$.campaignId')) m
      """;

  private static final long FEWEST_FOLLOWED = 10;
  private static final String ORDER =
      "SELECT CAST(sum(net_minor) AS DOUBLE) / count(DISTINCT order_id) AS value FROM"
          + " v1.order_lines WHERE kept AND net_minor IS NOT NULL";

  private final Warehouse warehouse;
  private final RegisteredExperiments experiments;
  private final ExperimentReadings readings;
  private final PastCampaigns past;
  private final ShopZone zone;
  private final InstantSource clock;
  private final Map<Integer, Baselines> baselines = new ConcurrentHashMap<>();
  private final Map<Integer, Optional<Baseline.Rate>> ordering = new ConcurrentHashMap<>();
  private Known today =
      new Known(LocalDate.MIN, 0, 0, Economics.USUAL_SEEN, Economics.USUAL_ATTENTION, List.of());

  /// What was found out.
  ///
  /// @param changes of the warehouse by then
  /// @param nanos of the machine
  /// @param clicks attention, as far as it shows without a hold-out
  private record Known(
      LocalDate day,
      long changes,
      long nanos,
      Assumption seen,
      Assumption clicks,
      List<Result> finished) {}

  /// One group of a finished campaign against its hold-out.
  private record Result(String campaign, ExperimentPlan.Costs costs, Effect effect) {}

  @Activate
  public ShopResponse(
      @Reference Warehouse warehouse,
      @Reference RegisteredExperiments experiments,
      @Reference ExperimentReadings readings,
      @Reference PastCampaigns past,
      @Reference ShopZone zone,
      @Reference InstantSource clock) {
    this.warehouse = warehouse;
    this.experiments = experiments;
    this.readings = readings;
    this.past = past;
    this.zone = zone;
    this.clock = clock;
  }

  /// What people order without a message.
  ///
  /// @param days of the time ahead, 1 to 365
  public Baselines baselines(int days) {
    today();
    return baselines.computeIfAbsent(
        days, d -> Actor.SYSTEM.call(() -> Baselines.of(warehouse, clock.instant(), d)));
  }

  /// The share of customers who order within some days; empty where none or all did.
  public Optional<Baseline.Rate> ordering(int days) {
    today();
    return ordering.computeIfAbsent(days, d -> Actor.SYSTEM.call(() -> past.ordering(d)));
  }

  /// What a forecast rests on.
  ///
  /// @param margin as a person states it
  /// @param days how long orders count
  /// @param offerDays how long the offer can be used
  /// @param offers what a finished campaign offered, by its id; empty: it is not known
  public Economics economics(
      double margin,
      Money contactCost,
      int days,
      int offerDays,
      Function<String, Optional<Benefit>> offers) {
    Known known = today();
    List<Told> told = told(known, offers);
    return new Economics(
        Assumption.stated(margin),
        OwnCampaigns.attention(known.clicks, told),
        Economics.USUAL_ELASTICITY,
        known.seen,
        baselines(days).demand(),
        told.size(),
        contactCost,
        days,
        offerDays);
  }

  private synchronized Known today() {
    LocalDate day = zone.today();
    long changes = warehouse.changes();
    long now = System.nanoTime();
    boolean old = today.changes != changes && now - today.nanos >= AT_MOST_EVERY.toNanos();
    if (!today.day.equals(day) || old) {
      baselines.clear();
      ordering.clear();
      today = Actor.SYSTEM.call(() -> new Known(day, changes, now, seen(), clicks(), finished()));
    }
    return today;
  }

  /// The share who open, and how it differs from campaign to campaign.
  private Assumption seen() {
    List<Double> shares =
        warehouse.query(
            READERS,
            List.of(clock.instant().minus(Duration.ofDays(365)), FEWEST_SENT),
            row -> Math.min(1, row.doubleValue("opened") / row.doubleValue("sent")));
    double mean = shares.stream().mapToDouble(s -> s).average().orElse(0);
    if (mean == 0) {
      return Economics.USUAL_SEEN; // nothing was sent, or nobody tells what is opened
    }
    double square = shares.stream().mapToDouble(s -> (s - mean) * (s - mean)).sum();
    double spread = shares.size() < 2 ? 0 : Math.sqrt(square / (shares.size() - 1));
    double side = REACH * Math.max(LEAST_DIFFERENCE * mean, spread);
    return new Assumption(
        new Interval(mean, Math.max(0, mean - side), Math.min(1, mean + side), LEVEL),
        Origin.MEASURED);
  }

  /// Who clicks and orders within a day may have ordered anyway; far more order later, or without a
  /// click: in 70 experiments with mailed offers less than a tenth of what they brought came by the
  /// offers redeemed (N. S. Sahni, D. Zou, P. K. Chintagunta, Do Targeted Discount Offers Serve as
  /// Advertising? Management Science 63, 2017). So the truth may be half of what is counted, or
  /// five times of it.
  private Assumption clicks() {
    return warehouse
        .query(
            CLICKS,
            List.of(clock.instant().minus(MEMORY)),
            row -> {
              long followed = row.longValue("followed");
              double share = Math.min(0.2, (double) followed / Math.max(1, row.longValue("sent")));
              return followed < FEWEST_FOLLOWED
                  ? Economics.USUAL_ATTENTION
                  : new Assumption(
                      new Interval(2 * share, share / 2, Math.min(1, 5 * share), LEVEL),
                      Origin.MEASURED);
            })
        .getFirst();
  }

  private List<Result> finished() {
    Instant now = clock.instant();
    List<RegisteredExperiment> ended =
        experiments.list().stream()
            .filter(e -> e.plan().holdoutShare() > 0)
            .filter(e -> !e.plan().plannedEnd().isAfter(now))
            .filter(e -> e.plan().plannedEnd().isAfter(now.minus(MEMORY)))
            .sorted(
                java.util.Comparator.comparing((RegisteredExperiment e) -> e.plan().plannedEnd())
                    .reversed())
            .limit(MOST_CAMPAIGNS)
            .toList();
    List<Result> results = new ArrayList<>();
    for (RegisteredExperiment experiment : ended) {
      Reading reading = readings.read(experiment.id());
      reading
          .arms()
          .forEach(arm ->
              results.add(new Result(experiment.id(), experiment.plan().costs(), arm.profit())));
    }
    return results;
  }

  /// What the finished campaigns tell, one group each.
  private List<Told> told(Known known, Function<String, Optional<Benefit>> offers) {
    if (known.finished.isEmpty()) {
      return List.of();
    }
    double order =
        Actor.SYSTEM
            .call(() -> warehouse.query(ORDER, List.of(), row -> row.optDouble("value")))
            .getFirst()
            .orElse(0);
    List<Told> told = new ArrayList<>();
    for (Result result : known.finished) {
      offers
          .apply(result.campaign)
          .flatMap(offer ->
              OwnCampaigns.told(
                  result.effect, offer, result.costs, order, known.seen.value().estimate()))
          .ifPresent(told::add);
    }
    return told;
  }
}
