package org.marquetry.experiment.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marquetry.experiment.api.Baseline;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.warehouse.api.Warehouse;

/// The questions to the published views that looking back needs.
final class PastViews {
  /// A campaign with the number of its members.
  record Row(
      CampaignId id, String kind, Optional<Instant> start, Optional<Instant> end, long members) {}

  /// When the shop's orders begin and end.
  record Span(Instant first, Instant last) {}

  private final Warehouse warehouse;

  PastViews(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  List<Row> campaigns() {
    return warehouse.query(
        """
        SELECT c.campaign_id, c.kind, c.starts_at, c.ends_at, count(DISTINCT m.customer_id) AS members
        FROM v1.campaigns c LEFT JOIN v1.campaign_members m USING (campaign_id)
        GROUP BY ALL ORDER BY c.starts_at NULLS LAST, c.campaign_id
        """,
        List.of(),
        row ->
            new Row(
                new CampaignId(row.string("campaign_id")),
                row.optString("kind").orElse(""),
                row.optInstant("starts_at"),
                row.optInstant("ends_at"),
                row.longValue("members")));
  }

  Optional<Span> orders() {
    return warehouse
        .query(
            "SELECT min(ordered_at) AS first, max(ordered_at) AS last FROM v1.order_lines"
                + " HAVING count(ordered_at) > 0",
            List.of(),
            row -> new Span(row.instant("first"), row.instant("last")))
        .stream()
        .findFirst();
  }

  /// Every customer who ordered before the campaign, with spend in the three periods.
  List<Spend> spends(CampaignId campaign, Windows w) {
    return warehouse.query(
        """
        WITH members AS (SELECT DISTINCT customer_id FROM v1.campaign_members WHERE campaign_id = ?)
        SELECT m.customer_id IS NOT NULL AS member,
          coalesce(sum(net_minor) FILTER (ordered_at >= ? AND ordered_at < ?), 0)::DOUBLE AS earlier,
          coalesce(sum(net_minor) FILTER (ordered_at >= ? AND ordered_at < ?), 0)::DOUBLE AS before,
          coalesce(sum(net_minor) FILTER (ordered_at >= ? AND ordered_at < ?), 0)::DOUBLE AS during
        FROM v1.order_lines o LEFT JOIN members m USING (customer_id)
        WHERE o.customer_id IS NOT NULL
        GROUP BY o.customer_id, m.customer_id
        HAVING min(ordered_at) < ?
        """,
        List.of(
            campaign.value(),
            w.earlier(),
            w.before(),
            w.before(),
            w.start(),
            w.start(),
            w.end(),
            w.start()),
        row ->
            new Spend(
                row.bool("member"),
                row.doubleValue("earlier"),
                row.doubleValue("before"),
                row.doubleValue("during")));
  }

  /// Members who used an offer of the campaign; empty when no redemption was ever recorded.
  Optional<Long> responders(CampaignId campaign) {
    return warehouse
        .query(
            """
            SELECT count(DISTINCT customer_id) FILTER (
              json_extract_string(properties, '$.campaignId') = ?) AS responders
            FROM v1.events WHERE type = 'redeemed' HAVING count(*) > 0
            """,
            List.of(campaign.value()),
            row -> row.longValue("responders"))
        .stream()
        .findFirst();
  }

  /// Members who were in another campaign at the same time.
  long overlapping(Row campaign) {
    return warehouse
        .query(
            """
            SELECT count(DISTINCT m.customer_id) AS overlapping
            FROM v1.campaign_members m
            JOIN v1.campaign_members o ON o.customer_id = m.customer_id AND o.campaign_id <> m.campaign_id
            JOIN v1.campaigns c ON c.campaign_id = o.campaign_id
            WHERE m.campaign_id = ? AND c.starts_at < ? AND c.ends_at > ?
            """,
            List.of(
                campaign.id().value(),
                campaign.end().orElseThrow(),
                campaign.start().orElseThrow()),
            row -> row.longValue("overlapping"))
        .getFirst();
  }

  Optional<Baseline.Amount> spend(int days) {
    return warehouse
        .query(
            PER_CUSTOMER
                + "SELECT avg(spent) AS mean, stddev_samp(spent) AS deviation FROM per_customer"
                + " HAVING stddev_samp(spent) > 0",
            List.of((long) days),
            row -> new Baseline.Amount(row.doubleValue("mean"), row.doubleValue("deviation")))
        .stream()
        .findFirst();
  }

  Optional<Baseline.Rate> ordering(int days) {
    return warehouse
        .query(
            PER_CUSTOMER
                + "SELECT avg(CASE WHEN orders > 0 THEN 1.0 ELSE 0 END) AS rate FROM per_customer"
                + " HAVING count(*) > 0",
            List.of((long) days),
            row -> row.doubleValue("rate"))
        .stream()
        .filter(rate -> rate > 0 && rate < 1)
        .map(Baseline.Rate::new)
        .findFirst();
  }

  private static final String PER_CUSTOMER =
      """
      WITH since AS (SELECT max(ordered_at) - to_days(?::INTEGER) AS begins FROM v1.order_lines),
      per_customer AS (
        SELECT coalesce(sum(net_minor) FILTER (ordered_at > begins), 0)::DOUBLE AS spent,
          count(*) FILTER (ordered_at > begins AND net_minor > 0) AS orders
        FROM v1.order_lines, since WHERE customer_id IS NOT NULL GROUP BY customer_id)
      """;
}
