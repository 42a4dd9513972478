package org.marquetry.data.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.data.api.Quality.Group;
import org.marquetry.data.api.Quality.Unit;

/// All rules. What each looks at and flags stands in the bundle's README and in the help of the
/// page.
final class Checks {
  private static final String LINES =
      "FROM v1.order_lines WHERE ordered_at >= FROM_TIME AND ordered_at < TO_TIME";
  private static final String EVENTS =
      "FROM v1.events WHERE occurred_at >= FROM_TIME AND occurred_at < TO_TIME";

  /// A feed is what comes of one type from one site. What happened before its first arrival was
  /// loaded as the past and cannot be late.
  private static final String FEEDS =
      """
      JOIN (SELECT type AS kind, site AS place, min(received_at) AS began FROM v1.events
            WHERE part IS NOT NULL GROUP BY type, site) f
        ON f.kind = e.type AND f.place IS NOT DISTINCT FROM e.site
      """;

  private static final List<String> LINE =
      List.of(
          "order_id",
          "line",
          "customer_id",
          "product_id",
          "amount_minor",
          "currency",
          "ordered_at");
  private static final List<String> CUSTOMER =
      List.of("customer_id", "name", "email", "phone", "city", "last_seen_at");
  private static final List<String> PRODUCT =
      List.of("product_id", "title", "category", "brand", "price_minor", "first_seen_at");
  private static final List<String> EVENT =
      List.of(
          "event_id", "type", "occurred_at", "customer_id", "visitor_id", "order_id", "product_id");

  /// Decimal logarithm of the amount in steps of a quarter, by currency.
  private static final String AMOUNTS =
      "SELECT currency || ' ' || CAST(round(power(10, floor(log10(amount_minor) * 4) / 4) / 100, 2) AS VARCHAR) AS bin, ordered_at AS happened "
          + "FROM v1.order_lines WHERE amount_minor > 0";

  static final List<Check> ALL = all();

  private Checks() {}

  static Optional<Check> of(String id) {
    return ALL.stream().filter(c -> c.id().equals(id)).findFirst();
  }

  private static List<Check> all() {
    List<Check> all = new ArrayList<>();
    for (String field : List.of("email", "phone", "name", "city")) {
      all.add(missing("customers", field, "FROM v1.customers", CUSTOMER, "customer_id", false));
    }
    for (String field : List.of("title", "category", "brand", "price_minor")) {
      all.add(missing("products", field, "FROM v1.products", PRODUCT, "product_id", false));
    }
    for (String field : List.of("customer_id", "product_id", "amount_minor", "currency")) {
      all.add(missing("order_lines", field, LINES, LINE, "ordered_at DESC, order_id, line", true));
    }
    all.add(twice("customers.email", "v1.customers", "lower(trim(email))", CUSTOMER));
    all.add(
        twice(
            "customers.phone",
            "v1.customers",
            "regexp_replace(phone, '[^0-9]', '', 'g')",
            CUSTOMER));
    all.add(
        twice(
            "products.title",
            "v1.products",
            "lower(trim(title)) || '|' || coalesce(lower(brand), '')",
            PRODUCT));
    all.add(orders());
    all.add(psi("order_amount", AMOUNTS));
    all.add(psi("category", categories()));
    all.add(psi("event_type", kinds("type")));
    all.add(psi("site", kinds("coalesce(site, '')")));
    all.add(outliers());
    all.add(
        Check.share(
            "cancellations.unmatched",
            Group.CANCELLATIONS,
            0.02,
            0.10,
            "FROM (SELECT e.*, EXISTS (SELECT 1 FROM v1.order_lines o WHERE o.order_id = e.order_id) AS matched "
                + EVENTS.replace("v1.events", "v1.events e")
                + " AND type IN ('cancelled', 'returned'))",
            "NOT matched",
            EVENT,
            "occurred_at DESC, event_id",
            true));
    all.add(
        Check.share(
            "late.day",
            Group.LATENESS,
            0.05,
            0.20,
            EVENTS.replace("v1.events", "v1.events e " + FEEDS)
                + " AND part IS NOT NULL AND occurred_at >= began",
            "received_at > occurred_at + INTERVAL 1 DAY",
            List.of("event_id", "type", "occurred_at", "received_at", "customer_id", "order_id"),
            "received_at - occurred_at DESC, event_id",
            true));
    all.add(bots());
    all.add(
        Check.share(
            "references.product",
            Group.REFERENCES,
            0.01,
            0.05,
            "FROM (SELECT o.*, p.title AS known "
                + LINES.replace(
                    "v1.order_lines", "v1.order_lines o LEFT JOIN v1.products p USING (product_id)")
                + ")",
            "known IS NULL",
            LINE,
            "ordered_at DESC, order_id, line",
            true));
    all.add(
        Check.share(
            "references.decision",
            Group.REFERENCES,
            0.01,
            0.05,
            "FROM (SELECT e.*, d.decision_id AS known "
                + EVENTS.replace(
                    "v1.events", "v1.events e LEFT JOIN v1.decisions d USING (decision_id)")
                + " AND decision_id IS NOT NULL)",
            "known IS NULL",
            EVENT,
            "occurred_at DESC, event_id",
            true));
    return List.copyOf(all);
  }

  private static Check missing(
      String of, String field, String from, List<String> columns, String order, boolean timed) {
    return Check.share(
        "completeness." + of + "." + field,
        Group.COMPLETENESS,
        0.05,
        0.25,
        from,
        "coalesce(CAST(" + field + " AS VARCHAR), '') = ''",
        columns,
        order,
        timed);
  }

  private static Check twice(String what, String view, String key, List<String> columns) {
    return Check.share(
        "duplicates." + what,
        Group.DUPLICATES,
        0.01,
        0.05,
        "FROM (SELECT *, count(*) OVER (PARTITION BY same) AS times FROM (SELECT *, "
            + key
            + " AS same FROM "
            + view
            + ") WHERE coalesce(same, '') <> '')",
        "times > 1",
        columns,
        "same, " + columns.getFirst(),
        false);
  }

  /// Two orders of one customer with the same products and amounts within a quarter of an hour.
  private static Check orders() {
    return Check.share(
        "duplicates.orders",
        Group.DUPLICATES,
        0.005,
        0.02,
        "FROM (SELECT *, lag(ordered_at) OVER (PARTITION BY customer_id, content ORDER BY ordered_at, order_id) AS earlier FROM ("
            + "SELECT order_id, min(customer_id) AS customer_id, min(ordered_at) AS ordered_at, sum(amount_minor) AS amount_minor,"
            + " min(currency) AS currency, string_agg(coalesce(product_id, '') || ':' || quantity || ':' || coalesce(amount_minor, 0), ','"
            + " ORDER BY product_id, amount_minor) AS content "
            + LINES
            + " GROUP BY order_id) WHERE customer_id IS NOT NULL)",
        "earlier >= ordered_at - INTERVAL 15 MINUTE",
        List.of("order_id", "customer_id", "amount_minor", "currency", "ordered_at", "earlier"),
        "ordered_at DESC, order_id",
        true);
  }

  /// What a product's lines usually come to: the median logarithm of its lines of half a year, of
  /// at least 8; else its list price; else what any line comes to. A slip of a digit is a factor,
  /// so distances are measured on the log scale, by the modified z-score: 0.6745 x distance /
  /// median distance of all lines, odd above 3.5. The median distance counts as at least 0.35, so
  /// that less than six times or more than a sixth of the usual is never odd, however even the
  /// amounts are.
  ///
  /// Source: B. Iglewicz, D. C. Hoaglin, How to Detect and Handle Outliers, ASQC 1993, section 3.
  private static final String AMOUNT_LINES =
      """
      FROM (
        WITH h AS MATERIALIZED (
          SELECT *, ln(amount_minor) AS logged, coalesce(currency, '') AS money FROM v1.order_lines
          WHERE ordered_at >= TO_TIME - INTERVAL 180 DAY AND ordered_at < TO_TIME AND amount_minor > 0),
        own AS (SELECT product_id, money, median(logged) AS middle FROM h WHERE product_id IS NOT NULL
          GROUP BY product_id, money HAVING count(*) >= 8),
        shop AS (SELECT money, median(logged) AS middle FROM h GROUP BY money),
        beside AS (
          SELECT h.*, coalesce(own.middle, ln(p.price_minor)) AS of_product, shop.middle AS of_any
          FROM h JOIN shop USING (money)
          LEFT JOIN own ON own.product_id = h.product_id AND own.money = h.money
          LEFT JOIN v1.products p ON p.product_id = h.product_id AND p.price_minor > 0
            AND coalesce(p.currency, h.money) = h.money),
        spread AS (
          SELECT money, greatest(coalesce(median(abs(logged - of_product)), 0), 0.35) AS by_product,
            greatest(median(abs(logged - of_any)), 0.35) AS by_any
          FROM beside GROUP BY money)
        SELECT beside.*, coalesce(of_product, of_any) AS usual,
          0.6745 * (logged - coalesce(of_product, of_any)) / CASE WHEN of_product IS NULL THEN by_any ELSE by_product END AS z
        FROM beside JOIN spread USING (money) WHERE ordered_at >= FROM_TIME)
      """;

  private static Check outliers() {
    return Check.share(
        "outliers.amount",
        Group.OUTLIERS,
        0.005,
        0.02,
        AMOUNT_LINES,
        "abs(z) > 3.5",
        List.of(
            "order_id",
            "line",
            "customer_id",
            "product_id",
            "amount_minor",
            "CAST(round(exp(usual)) AS BIGINT) AS usual_minor",
            "currency",
            "ordered_at",
            "round(z, 1) AS z"),
        "abs(z) DESC, order_id, line",
        true);
  }

  private static Check bots() {
    return Check.share(
        "bots.share",
        Group.BOTS,
        0.30,
        0.60,
        EVENTS + " AND bot_probability IS NOT NULL",
        "bot_probability >= 0.5",
        List.of("event_id", "type", "occurred_at", "session_id", "visitor_id", "bot_probability"),
        "occurred_at DESC, event_id",
        true);
  }

  private static String categories() {
    return "SELECT coalesce(p.category, '') AS bin, o.ordered_at AS happened FROM v1.order_lines o LEFT JOIN v1.products p USING (product_id) WHERE true";
  }

  private static String kinds(String column) {
    return "SELECT " + column + " AS bin, occurred_at AS happened FROM v1.events WHERE true";
  }

  /// The week up to TO against the four weeks before it. Bins with less than one row count as half
  /// a row, so that a new one does not make it infinite.
  private static Check psi(String what, String bins) {
    String counted =
        "SELECT bin, count(*) FILTER (happened >= TO_TIME - INTERVAL 7 DAY) AS now, count(*) FILTER (happened < TO_TIME - INTERVAL 7 DAY) AS before FROM ("
            + bins
            + ") WHERE happened >= TO_TIME - INTERVAL 35 DAY AND happened < TO_TIME GROUP BY bin";
    String shares =
        "SELECT *, greatest(now, 0.5) / sum(greatest(now, 0.5)) OVER () AS share_now,"
            + " greatest(before, 0.5) / sum(greatest(before, 0.5)) OVER () AS share_before FROM ("
            + counted
            + ")";
    String terms =
        "SELECT *, (share_now - share_before) * ln(share_now / share_before) AS term FROM ("
            + shares
            + ")";
    return new Check(
        "drift." + what,
        Group.DRIFT,
        Unit.PSI,
        0.10,
        0.25,
        // fewer than 50 rows on a side say nothing: no figure
        "SELECT CAST(coalesce(sum(now), 0) AS BIGINT) AS flagged,"
            + " CASE WHEN sum(now) >= 50 AND sum(before) >= 50 THEN CAST(sum(now) + sum(before) AS BIGINT) ELSE 0 END AS looked_at,"
            + " coalesce(sum(term), 0.0) AS figure FROM ("
            + terms
            + ")",
        List.of("bin", "now", "before", "share_now", "share_before", "term"),
        "SELECT bin, CAST(now AS VARCHAR) AS now, CAST(before AS VARCHAR) AS before, CAST(round(share_now, 4) AS VARCHAR) AS share_now,"
            + " CAST(round(share_before, 4) AS VARCHAR) AS share_before, CAST(round(term, 4) AS VARCHAR) AS term FROM ("
            + terms
            + ") ORDER BY abs(term) DESC, bin",
        true);
  }
}
