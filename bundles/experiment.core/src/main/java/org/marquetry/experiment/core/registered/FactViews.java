package org.marquetry.experiment.core.registered;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import org.marquetry.experiment.api.Attribution;
import org.marquetry.experiment.api.ExperimentPlan;
import org.marquetry.warehouse.api.Row;
import org.marquetry.warehouse.api.Warehouse;

/// The questions to the published views that reading an experiment needs. Everybody who was decided
/// on before the end counts, by the group that was drawn, whether a message went out or not.
final class FactViews {
  private static final String DECIDED =
      """
      WITH decided AS (
        SELECT customer_id, arg_min(json_extract_string(arms, ?), decided_at) AS drawn,
          min(decided_at) AS drawn_at
        FROM v1.decisions
        WHERE point = 'campaign.send' AND customer_id IS NOT NULL AND decided_at < ?
          AND json_extract_string(arms, ?) IS NOT NULL
        GROUP BY customer_id)
      """;

  /// What a kept line leaves after the goods; the price before discount tells what these cost.
  private static final String LINE_PROFIT =
      """
      (coalesce(net_minor, 0) - ? * (coalesce(amount_minor, 0) + discount_minor)
        * CASE WHEN quantity > 0 THEN net_quantity / quantity ELSE 0 END)
      """;

  private static final String OURS = "json_extract_string(properties, '$.campaignId') = ?";

  private final Warehouse warehouse;
  private final ExperimentPlan plan;
  private final Instant until;
  private final List<Object> decided;

  FactViews(Warehouse warehouse, ExperimentPlan plan, Instant until) {
    this.warehouse = warehouse;
    this.plan = plan;
    this.until = until;
    String pointer = "/" + plan.id().value().replace("~", "~0").replace("/", "~1");
    decided = List.of(pointer, until, pointer);
  }

  private List<Object> arguments(Object... more) {
    List<Object> all = new ArrayList<>(decided);
    all.addAll(Arrays.asList(more));
    return all;
  }

  private double goods() {
    return 1 - plan.costs().margin();
  }

  /// Takes a person.
  @FunctionalInterface
  interface PersonConsumer {
    /// @param before net spend in the days before the start, minor units
    void accept(String customer, String group, double before);
  }

  void people(PersonConsumer consumer) {
    Instant since = plan.start().minus(Duration.ofDays(plan.covariateDays()));
    warehouse.scan(
        DECIDED
            + """
            , before AS (
              SELECT customer_id, sum(net_minor) AS spent FROM v1.order_lines
              WHERE ordered_at >= ? AND ordered_at < ? AND (currency = ? OR currency IS NULL)
              GROUP BY customer_id)
            SELECT customer_id, drawn, coalesce(spent, 0)::DOUBLE AS spent
            FROM decided LEFT JOIN before USING (customer_id)
            """,
        arguments(since, plan.start(), plan.costs().currency()),
        row ->
            consumer.accept(
                row.string("customer_id"), row.string("drawn"), row.doubleValue("spent")));
  }

  /// Takes who was decided on.
  @FunctionalInterface
  interface DrawConsumer {
    /// @param at when the person was decided on
    void accept(String customer, String group, Instant at);
  }

  void draws(DrawConsumer consumer) {
    warehouse.scan(
        DECIDED + "SELECT customer_id, drawn, drawn_at FROM decided",
        decided,
        row ->
            consumer.accept(
                row.string("customer_id"), row.string("drawn"), row.instant("drawn_at")));
  }

  /// Takes what somebody did before the start.
  @FunctionalInterface
  interface PastConsumer {
    /// @param orders placed in the days that the plan looks at, at least 1
    /// @param last when the last of them was
    void accept(String customer, long orders, Instant last);
  }

  /// Of those who ordered something.
  void pasts(PastConsumer consumer) {
    warehouse.scan(
        DECIDED
            + """
            SELECT customer_id, count(DISTINCT order_id) AS orders, max(ordered_at) AS last_at
            FROM v1.order_lines
            WHERE ordered_at >= ? AND ordered_at < ?
              AND customer_id IN (SELECT customer_id FROM decided)
            GROUP BY customer_id
            """,
        arguments(plan.start().minus(Duration.ofDays(plan.covariateDays())), plan.start()),
        row ->
            consumer.accept(
                row.string("customer_id"), row.longValue("orders"), row.instant("last_at")));
  }

  /// Takes what moved a person's profit.
  @FunctionalInterface
  interface FlowConsumer {
    /// @param minor what it brought, below 0 what it cost
    void accept(String customer, Instant at, double minor, Flow kind);
  }

  /// What moved it.
  enum Flow {
    /// A message, or a redemption.
    COST,
    /// An order line.
    ORDER,
    /// An order line of which something was given back, or that was cancelled.
    RETURNED;

    boolean isOrder() {
      return this != COST;
    }
  }

  /// In the order of time.
  ///
  /// @param from what happened before it does not count
  void flows(Instant from, FlowConsumer consumer) {
    warehouse.scan(
        DECIDED
            + """
            SELECT customer_id, moment, minor, kind FROM (
              SELECT customer_id, ordered_at AS moment,
            """
            + LINE_PROFIT
            + """
                ::DOUBLE AS minor, CASE WHEN net_quantity < quantity THEN 2 ELSE 1 END AS kind
              FROM v1.order_lines WHERE currency = ? OR currency IS NULL
              UNION ALL
              SELECT customer_id, occurred_at,
                CASE type WHEN 'sent' THEN -?::DOUBLE ELSE -?::DOUBLE END, 0
              FROM v1.events WHERE type IN ('sent', 'redeemed') AND
            """
            + OURS
            + """
            )
            WHERE moment >= ? AND moment < ? AND customer_id IN (SELECT customer_id FROM decided)
            ORDER BY moment
            """,
        arguments(
            goods(),
            plan.costs().currency(),
            (double) plan.costs().message().minor(),
            (double) plan.costs().redemption().minor(),
            plan.id().value(),
            from,
            until),
        row ->
            consumer.accept(
                row.string("customer_id"),
                row.instant("moment"),
                row.doubleValue("minor"),
                Flow.values()[(int) row.longValue("kind")]));
  }

  /// How many people of each group did something, by its name: `sent`, `opened`, `clicked` of this
  /// campaign, `unsubscribed` and `complained` whatever led to it.
  void deeds(Instant from, BiConsumer<String, Map<String, Long>> consumer) {
    List<String> ours = List.of("sent", "opened", "clicked");
    List<String> any = List.of("unsubscribed", "complained");
    String columns =
        ours.stream().map(t -> column(t, " AND ours")).collect(Collectors.joining(", "))
            + ", "
            + any.stream().map(t -> column(t, "")).collect(Collectors.joining(", "));
    warehouse.scan(
        DECIDED
            + ", told AS (SELECT customer_id, type, coalesce("
            + OURS
            + ", false) AS ours FROM v1.events WHERE type IN ('sent', 'opened', 'clicked',"
            + " 'unsubscribed', 'complained') AND occurred_at >= ? AND occurred_at < ?) SELECT"
            + " drawn, "
            + columns
            + " FROM decided JOIN told USING (customer_id) GROUP BY drawn",
        arguments(plan.id().value(), from, until),
        row -> {
          Map<String, Long> counts = new java.util.HashMap<>();
          ours.forEach(t -> counts.put(t, row.longValue(t)));
          any.forEach(t -> counts.put(t, row.longValue(t)));
          consumer.accept(row.string("drawn"), counts);
        });
  }

  private static String column(String type, String more) {
    return "count(DISTINCT customer_id) FILTER (type = '" + type + "'" + more + ") AS " + type;
  }

  long linesInOtherCurrency(Instant from) {
    return warehouse
        .query(
            DECIDED
                + """
                SELECT count(*) AS lines FROM v1.order_lines
                WHERE currency <> ? AND ordered_at >= ? AND ordered_at < ?
                  AND customer_id IN (SELECT customer_id FROM decided)
                """,
            arguments(plan.costs().currency(), from, until),
            row -> row.longValue("lines"))
        .getFirst();
  }

  /// How many orders each person kept a line of; those without one are left out.
  void orders(Instant from, ObjLongConsumer<String> consumer) {
    warehouse.scan(
        DECIDED
            + """
            SELECT customer_id, count(DISTINCT order_id) AS orders FROM v1.order_lines
            WHERE kept AND ordered_at >= ? AND ordered_at < ?
              AND customer_id IN (SELECT customer_id FROM decided)
            GROUP BY customer_id
            """,
        arguments(from, until),
        row -> consumer.accept(row.string("customer_id"), row.longValue("orders")));
  }

  /// Orders whose last touch is a message of this campaign, before its cost.
  Attribution.Tally lastTouch(Instant from, int days) {
    return warehouse
        .query(
            DECIDED
                + """
                , touches AS (
                  SELECT customer_id, occurred_at,
                    json_extract_string(properties, '$.campaignId') AS campaign
                  FROM v1.events
                  WHERE type IN ('sent', 'clicked') AND occurred_at < ?
                    AND json_extract_string(properties, '$.campaignId') IS NOT NULL
                    AND customer_id IN (SELECT customer_id FROM decided)),
                lines AS (
                  SELECT customer_id, order_id, ordered_at, coalesce(net_minor, 0) AS net,
                """
                + LINE_PROFIT
                + """
                    AS profit
                  FROM v1.order_lines
                  WHERE kept AND ordered_at >= ? AND ordered_at < ?
                    AND (currency = ? OR currency IS NULL)
                    AND customer_id IN (SELECT customer_id FROM decided))
                SELECT count(DISTINCT order_id) AS orders, coalesce(sum(net), 0)::DOUBLE AS net,
                  coalesce(sum(profit), 0)::DOUBLE AS profit
                FROM lines ASOF JOIN touches
                  ON lines.customer_id = touches.customer_id
                  AND lines.ordered_at >= touches.occurred_at
                WHERE campaign = ? AND ordered_at < occurred_at + to_days(?::INTEGER)
                """,
            arguments(
                until,
                goods(),
                from,
                until,
                plan.costs().currency(),
                plan.id().value(),
                (long) days),
            FactViews::tally)
        .getFirst();
  }

  private static Attribution.Tally tally(Row row) {
    return new Attribution.Tally(
        row.longValue("orders"), row.doubleValue("net"), row.doubleValue("profit"));
  }
}
