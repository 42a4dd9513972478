package org.marquetry.experiment.core.registered;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marquetry.experiment.api.Assignment;
import org.marquetry.experiment.api.Design.Share;
import org.marquetry.experiment.api.ExperimentPlan;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.RegisteredExperiment;
import org.marquetry.experiment.api.Verdict;
import org.marquetry.experiment.core.CoreExperiments;
import org.marquetry.lib.doubles.ZoneOf;
import org.marquetry.lib.json.Json;
import org.marquetry.sandbox.core.TrueShop;
import org.marquetry.sandbox.truth.Touch;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Saved;
import org.marquetry.warehouse.api.BatchSink;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;

/// One campaign to all readers of a synthetic shop, three in ten of them held out: registered,
/// sent, lived for 30 days, loaded and read as the suite does it; and what it truly brought.
final class TrueCampaign {
  private static final int CUSTOMERS = 4_000;
  private static final int DAYS = 30;
  private static final int COVARIATE_DAYS = 90;
  private static final int PAIRS = 20;
  private static final double MARGIN = 0.4;
  static final double HOLDOUT = 0.3;
  private static final long MESSAGE = 10;
  static final String ID = "truth";

  private TrueCampaign() {}

  /// Profit more a person, in minor units.
  record Measured(
      int seed,
      double discount,
      long people,
      double truth,
      Interval fixed,
      Interval alwaysValid,
      double varianceKept,
      Verdict.Key verdict) {
    boolean isRight() {
      return (verdict == Verdict.Key.BETTER && truth > 0)
          || (verdict == Verdict.Key.WORSE && truth < 0);
    }

    boolean isWrong() {
      return (verdict == Verdict.Key.BETTER && truth <= 0)
          || (verdict == Verdict.Key.WORSE && truth >= 0)
          || verdict == Verdict.Key.DISTRUST;
    }
  }

  /// @param seed odd: a message without an offer; even: with half off, more than the margin
  /// @param folder of the warehouse
  static Measured run(int seed, Path folder) {
    TrueShop shop = new TrueShop(seed, CUSTOMERS);
    Instant start = shop.now();
    Touch touch = new Touch("email", "plain", seed % 2 == 0 ? 0.5 : 0, 19);
    List<CustomerId> people = shop.readers();
    double truth = shop.brings(people, touch, DAYS, PAIRS, 1 - MARGIN) - MESSAGE;
    RegisteredExperiment experiment = registered(start);
    try (DuckDbWarehouse warehouse = new DuckDbWarehouse(folder)) {
      List<Assignment> groups = new CoreExperiments().assignAll(experiment.design(), people);
      for (int i = 0; i < people.size(); i++) {
        if (!groups.get(i).isHoldout()) {
          shop.send(people.get(i), ID, touch);
        }
      }
      shop.live(DAYS);
      warehouse.load("truth", Map.of(), sink -> load(sink, shop, start, people, groups));
      Reading reading =
          new ExperimentReader(warehouse, ZoneOf.utc(() -> start)).read(experiment, shop.now());
      Reading.Arm arm = reading.arms().getFirst();
      return new Measured(
          seed,
          touch.discount(),
          reading.people(),
          truth,
          arm.profit().fixed(),
          arm.profit().alwaysValid(),
          arm.profit().varianceKept(),
          arm.verdict().key());
    }
  }

  static RegisteredExperiment registered(Instant start) {
    ExperimentPlan plan =
        new ExperimentPlan(
            new CampaignId(ID),
            "Truth",
            HOLDOUT,
            List.of(new Share("message", 1)),
            start,
            start.plus(Duration.ofDays(DAYS)),
            new ExperimentPlan.Costs(MARGIN, new Money(MESSAGE, "CNY"), Money.zero("CNY")),
            COVARIATE_DAYS,
            new ExperimentPlan.Limits(1, 1)); // the verdict is about money only
    return new RegisteredExperiment(
        plan, "salt", plan.plannedEnd(), 1, Saved.Act.CREATED, start, "bench");
  }

  private static void load(
      BatchSink sink,
      TrueShop shop,
      Instant start,
      List<CustomerId> people,
      List<Assignment> groups) {
    Instant since = start.minus(Duration.ofDays(COVARIATE_DAYS + 1));
    shop.events().stream()
        .filter(event -> event.occurredAt().isAfter(since) && isUsed(event.type()))
        .forEach(event -> sink.add("events", row(event)));
    for (int i = 0; i < people.size(); i++) {
      sink.add(
          "decisions",
          Map.of(
              "decision_id",
              "d" + i,
              "decided_at",
              start,
              "point",
              "campaign.send",
              "customer_id",
              people.get(i).value(),
              "arms",
              Json.line(Map.of(ID, groups.get(i).group()))));
    }
  }

  private static boolean isUsed(String type) {
    return switch (type) {
      case EventTypes.ORDERED,
          EventTypes.RETURNED,
          EventTypes.CANCELLED,
          EventTypes.SENT,
          EventTypes.OPENED,
          EventTypes.CLICKED,
          EventTypes.UNSUBSCRIBED,
          EventTypes.COMPLAINED ->
          true;
      default -> false;
    };
  }

  private static Map<String, @Nullable Object> row(Event event) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("event_id", event.id());
    row.put("type", event.type());
    row.put("occurred_at", event.occurredAt());
    row.put("received_at", event.occurredAt());
    event.customer().ifPresent(c -> row.put("customer_id", c.value()));
    event.order().ifPresent(o -> row.put("order_id", o.value()));
    event.product().ifPresent(p -> row.put("product_id", p.value()));
    event.quantity().ifPresent(q -> row.put("quantity", q));
    event
        .money()
        .ifPresent(m -> {
          row.put("amount_minor", m.minor());
          row.put("currency", m.currency());
        });
    Map<String, String> said = event.properties();
    if (said.containsKey(EventProperties.LINE)) {
      row.put("line", Integer.parseInt(said.get(EventProperties.LINE)));
    }
    if (said.containsKey(EventProperties.DISCOUNT_MINOR)) {
      row.put("discount_minor", Long.parseLong(said.get(EventProperties.DISCOUNT_MINOR)));
    }
    row.put("properties", Json.line(said));
    return row;
  }
}
