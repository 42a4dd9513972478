package org.marquetry.ui.test;

import java.sql.SQLException;
import java.time.Instant;

/// What a stopped suite's raw events say of one campaign, by SQL of this test alone. The shop has
/// sent nothing else, and nobody asked for quiet or special rules.
///
/// @param campaign its id
/// @param start when it was launched
/// @param end when its test ended
record StoredCampaign(StoredShop shop, String campaign, Instant start, Instant end) {
  /// Everybody of whom any event tells, by what a check does with them at a moment.
  ///
  /// @param segment all
  /// @param suppressed who ended messages after they last agreed to them
  /// @param noConsent who never agreed
  /// @param noAddress who did, but gave no mail address
  record Sum(long segment, long suppressed, long noConsent, long noAddress) {
    long reached() {
      return segment - suppressed - noConsent - noAddress;
    }
  }

  Sum sum(Instant at) throws SQLException {
    double[] n =
        shop.numbers(
            """
            WITH now AS (SELECT * FROM store.events WHERE occurred_at < CAST(? AS TIMESTAMP) AND customer_id IS NOT NULL),
            people AS (SELECT DISTINCT customer_id FROM now),
            yes AS (SELECT customer_id, max(occurred_at) AS at FROM now WHERE type = 'consented' GROUP BY 1),
            stop AS (SELECT customer_id, max(occurred_at) AS at FROM now WHERE type IN ('unsubscribed', 'complained')
              OR (type = 'bounced' AND coalesce(json_extract_string(properties, '$.bounce'), '') <> 'soft') GROUP BY 1),
            mail AS (SELECT customer_id, arg_max(json_extract_string(properties, '$.email'), occurred_at) AS address
              FROM now WHERE type = 'customerChanged' AND json_extract_string(properties, '$.email') IS NOT NULL GROUP BY 1),
            judged AS (SELECT CASE WHEN stop.at IS NOT NULL AND (yes.at IS NULL OR yes.at <= stop.at) THEN 's'
                WHEN yes.at IS NULL THEN 'c' WHEN coalesce(trim(mail.address), '') = '' THEN 'a' ELSE 'r' END AS part
              FROM people LEFT JOIN yes USING (customer_id) LEFT JOIN stop USING (customer_id)
              LEFT JOIN mail USING (customer_id))
            SELECT count(*), count(*) FILTER (part = 's'), count(*) FILTER (part = 'c'), count(*) FILTER (part = 'a')
            FROM judged
            """,
            text(at));
    return new Sum((long) n[0], (long) n[1], (long) n[2], (long) n[3]);
  }

  private static String text(Instant at) {
    return at.toString().replace('T', ' ').replace("Z", "");
  }

  /// People who were drawn into a group, and messages that went to them.
  ///
  /// @param group `holdout` or a variant
  long[] group(String group) throws SQLException {
    double[] n =
        shop.numbers(
            """
            WITH drawn AS (SELECT DISTINCT customer_id FROM store.decisions
              WHERE point = 'campaign.send' AND json_extract_string(arms, ?) = ?)
            SELECT count(*), count(*) FILTER (customer_id IN (SELECT customer_id FROM store.events
              WHERE type = 'sent' AND json_extract_string(properties, '$.campaignId') = ?)) FROM drawn
            """,
            "/" + campaign,
            group,
            campaign);
    return new long[] {(long) n[0], (long) n[1]};
  }

  /// How much more profit, in minor units a person, those drawn for the message brought than the
  /// hold-out, with what they spent in the 180 days before taken out.
  ///
  /// @param margin share of the price that is left after the goods
  double effect(double margin) throws SQLException {
    double[] n =
        shop.numbers(
            """
            WITH drawn AS (SELECT DISTINCT customer_id, json_extract_string(arms, ?) = 'holdout' AS held
              FROM store.decisions WHERE point = 'campaign.send' AND json_extract_string(arms, ?) IS NOT NULL),
            o AS (SELECT DISTINCT ON (customer_id, order_id, line) *, coalesce(quantity, 1) AS q
              FROM store.events WHERE type = 'ordered' ORDER BY customer_id, order_id, line, off),
            gone AS (SELECT order_id, line FROM store.events WHERE type = 'cancelled'),
            back AS (SELECT order_id, line, sum(quantity) AS q, sum(coalesce(amount_minor, 0)) AS m
              FROM store.events WHERE type = 'returned' AND line IS NOT NULL GROUP BY ALL),
            lines AS (SELECT o.customer_id, o.occurred_at,
                CASE WHEN c.order_id IS NOT NULL THEN 0 ELSE greatest(o.q - coalesce(b.q, 0), 0) / o.q END AS kept,
                CASE WHEN c.order_id IS NOT NULL OR coalesce(b.q, 0) >= o.q THEN 0
                  ELSE greatest(o.amount_minor - coalesce(b.m, 0), 0) END AS net,
                o.amount_minor + coalesce(o.discount_minor, 0) AS price
              FROM o LEFT JOIN back b ON b.order_id = o.order_id AND b.line = o.line
              LEFT JOIN gone c ON c.order_id = o.order_id AND (c.line IS NULL OR c.line = o.line)),
            told AS (SELECT d.customer_id, d.held,
                coalesce(sum(l.net - (1 - CAST(? AS DOUBLE)) * l.price * l.kept) FILTER (
                  l.occurred_at >= CAST(? AS TIMESTAMP) AND l.occurred_at < CAST(? AS TIMESTAMP)), 0) AS y,
                coalesce(sum(l.net) FILTER (l.occurred_at < CAST(? AS TIMESTAMP)
                  AND l.occurred_at >= CAST(? AS TIMESTAMP) - INTERVAL 180 DAY), 0) AS x
              FROM drawn d LEFT JOIN lines l USING (customer_id) GROUP BY ALL),
            mean AS (SELECT held, avg(x) AS mx, avg(y) AS my FROM told GROUP BY held),
            theta AS (SELECT sum((x - mx) * (y - my)) / nullif(sum((x - mx) * (x - mx)), 0) AS t
              FROM told JOIN mean USING (held))
            SELECT (SELECT my FROM mean WHERE NOT held) - (SELECT my FROM mean WHERE held)
              - coalesce((SELECT t FROM theta), 0) * ((SELECT mx FROM mean WHERE NOT held) - (SELECT mx FROM mean WHERE held))
            """,
            "/" + campaign,
            "/" + campaign,
            Double.toString(margin),
            text(start),
            text(end),
            text(start),
            text(start));
    return n[0];
  }
}
