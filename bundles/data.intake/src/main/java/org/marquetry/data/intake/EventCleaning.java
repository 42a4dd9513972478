package org.marquetry.data.intake;

import static org.marquetry.data.intake.Meaning.*;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reviews, events and redemptions: typed, checked, without duplicates.
final class EventCleaning {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("view", "viewed"),
          Map.entry("pv", "viewed"),
          Map.entry("click", "viewed"),
          Map.entry("detail", "viewed"),
          Map.entry("pageview", "viewed"),
          Map.entry("addtocart", "carted"),
          Map.entry("cart", "carted"),
          Map.entry("basket", "carted"),
          Map.entry("removefromcart", "uncarted"),
          Map.entry("purchase", "ordered"),
          Map.entry("buy", "ordered"),
          Map.entry("order", "ordered"),
          Map.entry("transaction", "ordered"),
          Map.entry("search", "searched"),
          Map.entry("open", "opened"),
          Map.entry("send", "sent"),
          Map.entry("bounce", "bounced"),
          Map.entry("rating", "reviewed"),
          Map.entry("review", "reviewed"),
          Map.entry("unsubscribe", "unsubscribed"));

  private final Staging staging;
  private final Settings settings;
  private final Findings findings;

  EventCleaning(Staging staging, Settings settings, Findings findings) {
    this.staging = staging;
    this.settings = settings;
    this.findings = findings;
  }

  /// Adds the file's events to [OutTables#MADE].
  ///
  /// @return its good rows
  TypedRows clean(FileGuess g) throws IOException, BadFile {
    FileColumns c = new FileColumns(g, settings);
    TypedRows facts = new TypedRows(staging, g.table(), "facts", columns(g, c), checks(g, c));
    facts.barRepeated("content", "content", Reason.DUPLICATE, "coalesce(product_id, '')");
    if (g.has(EVENT_ID)) {
      facts.barRepeated(
          "CASE WHEN given_id IS NOT NULL THEN hash(given_id) END",
          "given_id",
          Reason.DUPLICATE_ID,
          "given_id");
    }
    facts.take(findings);
    Checks.flag(
        staging,
        facts.view(),
        "customer_id IS NULL",
        Reason.CUSTOMER_MISSING,
        c.name(CUSTOMER),
        "coalesce(session_id, visitor_id, '')",
        g.table(),
        findings);
    write(g, facts.view());
    return facts;
  }

  private static Meaning strength(FileGuess g) {
    return g.has(RATING) ? RATING : WEIGHT;
  }

  private static Checks checks(FileGuess g, FileColumns c) {
    Checks checks = new Checks();
    c.timeChecks(checks);
    Map<String, Meaning> ids = new LinkedHashMap<>();
    ids.put("given_id", EVENT_ID);
    ids.put("customer_id", CUSTOMER);
    ids.put("product_id", PRODUCT);
    c.idChecks(checks, ids);
    c.currencyCheck(checks);
    if (g.has(strength(g))) {
      checks.bar(
          "strength_text IS NOT NULL AND weight IS NULL",
          Reason.WEIGHT_UNREADABLE,
          c.name(strength(g)),
          "strength_text");
    }
    if (g.has(QUANTITY)) {
      checks.bar("abs(quantity) > 10000000", Reason.QUANTITY_ABSURD, c.name(QUANTITY), "quantity");
    }
    if (g.role() == Role.REVIEWS) {
      checks.bar("product_id IS NULL", Reason.ID_MISSING, c.name(PRODUCT), "''");
    }
    return checks;
  }

  private static TypedColumns columns(FileGuess g, FileColumns c) {
    String time =
        g.column(OFFSET_MS)
            .map(p ->
                c.time()
                    + " + to_microseconds(CAST(1000 * coalesce("
                    + c.number(OFFSET_MS)
                    + ", 0) AS BIGINT))")
            .orElse(c.time());
    boolean priced = g.has(AMOUNT) || g.has(UNIT_PRICE);
    String all = String.join(", ", g.profiles().stream().map(ColumnProfile::sql).toList());
    return new TypedColumns()
        .add("given_id", c.id(EVENT_ID), g.has(EVENT_ID))
        .add("type", type(g, c), g.has(EVENT_TYPE))
        .add("customer_id", c.id(CUSTOMER), g.has(CUSTOMER))
        .add("visitor_id", visitor(g, c), g.has(VISITOR) || g.has(SESSION))
        .add("session_id", c.id(SESSION), g.has(SESSION))
        .add("site", c.text(SITE), g.has(SITE))
        .add("product_id", c.id(PRODUCT), g.has(PRODUCT))
        .need("currency_text", c.currencyText())
        .add("order_ref", c.id(ORDER), g.has(ORDER))
        .add("quantity", "CAST(" + c.number(QUANTITY) + " AS DOUBLE)", g.has(QUANTITY))
        .need("amount", amount(g, c))
        .add("currency", c.currency(), g.has(CURRENCY))
        .need("strength_text", c.text(strength(g)))
        .add("weight", "CAST(" + c.number(strength(g)) + " AS DOUBLE)", g.has(strength(g)))
        .add("properties", properties(g, c), g.has(CAMPAIGN) || g.has(COUPON) || g.has(TEXT))
        .need("time_text", c.timeText())
        .add("ts", time, true)
        .add("content", "hash(" + all + ")", true)
        .made("amount_minor", c.minor("amount", "currency"), priced, "CAST(NULL AS BIGINT)")
        .keep(ThingCleaning.named(g));
  }

  private static String type(FileGuess g, FileColumns c) {
    return switch (g.role()) {
      case REVIEWS -> "'reviewed'";
      case POSTS -> "'posted'";
      case CONVERSATIONS -> "'conversed'";
      case REDEMPTIONS -> "'redeemed'";
      default -> {
        String fixed =
            FileColumns.quote(
                g.rule()
                    .eventType()
                    .orElse(g.table().file().stem().matches(".*(click).*") ? "clicked" : "viewed"));
        yield g.has(EVENT_TYPE)
            ? "coalesce(" + typed(c.text(EVENT_TYPE)) + ", " + fixed + ")"
            : fixed;
      }
    };
  }

  private static String typed(String column) {
    StringBuilder sql =
        new StringBuilder("CASE regexp_replace(lower(" + column + "), '[ _-]', '', 'g')");
    new TreeMap<>(TYPES)
        .forEach((word, type) -> sql.append(" WHEN '" + word + "' THEN '" + type + "'"));
    return sql.append(" ELSE lower(" + column + ") END").toString();
  }

  /// Somebody without a name is at least the same one for a session.
  private static String visitor(FileGuess g, FileColumns c) {
    if (g.has(VISITOR)) {
      return c.id(VISITOR);
    }
    return g.has(SESSION)
        ? "CASE WHEN " + c.id(CUSTOMER) + " IS NULL THEN 'session-' || " + c.id(SESSION) + " END"
        : "CAST(NULL AS VARCHAR)";
  }

  private static String amount(FileGuess g, FileColumns c) {
    return g.has(AMOUNT)
        ? c.number(AMOUNT)
        : g.has(UNIT_PRICE)
            ? c.number(UNIT_PRICE) + " * coalesce(" + c.number(QUANTITY) + ", 1)"
            : "CAST(NULL AS DECIMAL(28, 6))";
  }

  private static String properties(FileGuess g, FileColumns c) {
    List<String> pairs = new ArrayList<>();
    if (g.has(CAMPAIGN)) {
      pairs.add("'campaignId', " + c.id(CAMPAIGN));
    }
    if (g.has(COUPON)) {
      pairs.add("'couponId', " + c.id(COUPON));
    }
    if (g.has(TEXT)) {
      pairs.add("'text', left(" + c.text(TEXT) + ", 1000)");
    }
    return pairs.isEmpty()
        ? "CAST(NULL AS VARCHAR)"
        : "nullif(CAST(json_merge_patch('{}', json_object("
            + String.join(", ", pairs)
            + ")) AS VARCHAR), '{}')";
  }

  private void write(FileGuess g, String facts) {
    staging.run(
        "INSERT INTO made_events SELECT "
            + g.table().index()
            + ", row, coalesce(given_id, "
            + (g.role() == Role.REVIEWS
                ? OutTables.eventId("review", "customer_id", "visitor_id", "product_id", "ts")
                : OutTables.eventId(
                    "event",
                    "type",
                    "customer_id",
                    "visitor_id",
                    "session_id",
                    "product_id",
                    "ts",
                    "weight",
                    "amount_minor",
                    "properties"))
            + "), type, ts, customer_id, visitor_id, session_id, site, product_id, CASE WHEN type ="
            + " 'ordered' THEN coalesce(order_ref, concat_ws('@', coalesce(customer_id, visitor_id,"
            + " 'row-' || row), strftime(ts, '%Y%m%dT%H%M%S'))) ELSE order_ref END, NULL,"
            + " coalesce(quantity, CASE WHEN type = 'ordered' THEN 1 END), amount_minor, NULL, CASE"
            + " WHEN amount_minor IS NOT NULL THEN currency END, weight, properties FROM "
            + facts);
    staging.run(
        "UPDATE made_events SET line = n.line FROM (SELECT event_id, CAST(-row_number() OVER"
            + " (PARTITION BY order_id ORDER BY row) AS INTEGER) AS line FROM made_events WHERE type"
            + " = 'ordered' AND line IS NULL) n WHERE made_events.event_id = n.event_id AND"
            + " made_events.line IS NULL");
  }
}
