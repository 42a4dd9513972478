package org.marquetry.data.intake;

import static org.marquetry.data.intake.Meaning.*;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Order lines: typed, checked, numbered; what came back goes to [ReturnMatcher].
final class OrderCleaning {
  private static final String CANCELLED =
      "'cancelled', 'canceled', 'cancel', 'void', 'voided', 'failed', '已取消', '取消', '已关闭', '交易关闭'";
  private static final String RETURNED =
      "'returned', 'return', 'refunded', 'refund', '已退款', '退款', '已退货', '退货', '退款成功'";

  private static final int RANKED = 500_000;

  private final Staging staging;
  private final Settings settings;
  private final Findings findings;
  private final OutTables out;

  OrderCleaning(Staging staging, Settings settings, Findings findings, OutTables out) {
    this.staging = staging;
    this.settings = settings;
    this.findings = findings;
    this.out = out;
  }

  /// Adds the file's `ordered` and `cancelled` events to `out_events`, and its returns to
  /// `returns`.
  ///
  /// @return its good rows, which `out_events` shows
  TypedRows clean(FileGuess g) throws IOException, BadFile {
    FileColumns c = new FileColumns(g, settings);
    TypedRows lines = new TypedRows(staging, g.table(), "lines", columns(g, c), checks(g, c));
    // A line of an order comes once. An export with orders and quantities names a line once;
    // without a quantity a repeated line is one more unit.
    if (numbered(g)) {
      if (!lines.ascends(List.of("strlen(order_ref)", "order_ref", "line"))) {
        lines.barRepeated("content", "order_ref, line", Reason.DUPLICATE_ID, "order_ref");
      }
    } else if (g.has(ORDER) && g.has(QUANTITY)) {
      lines.barRepeated("content", "content", Reason.DUPLICATE, "order_ref");
    }
    lines.take(findings);
    flags(g, c, lines.view());
    write(g, lines.view());
    return lines;
  }

  private static boolean priced(FileGuess g) {
    return !g.has(AMOUNT) && g.has(UNIT_PRICE);
  }

  private static String amount(FileGuess g) {
    return priced(g) ? "price * coalesce(quantity, 1)" : "amount_given";
  }

  private static Checks checks(FileGuess g, FileColumns c) {
    Checks checks = new Checks();
    c.timeChecks(checks);
    Map<String, Meaning> ids = new LinkedHashMap<>();
    ids.put("order_ref", ORDER);
    ids.put("customer_id", CUSTOMER);
    ids.put("product_id", PRODUCT);
    c.idChecks(checks, ids);
    if (g.has(ORDER)) {
      checks.bar("order_ref IS NULL", Reason.ID_MISSING, c.name(ORDER), "''");
    }
    if (numbered(g)) {
      checks.bar("line IS NULL", Reason.ID_MISSING, c.name(LINE), "line_text");
    }
    c.currencyCheck(checks);
    String number = c.name(QUANTITY);
    if (g.has(QUANTITY)) {
      checks.bar(
          "quantity IS NULL AND quantity_text IS NOT NULL",
          Reason.QUANTITY_UNREADABLE,
          number,
          "quantity_text");
    }
    String money = priced(g) ? c.name(UNIT_PRICE) : c.name(AMOUNT);
    if (g.has(AMOUNT) || g.has(UNIT_PRICE)) {
      String given = priced(g) ? "price" : "amount_given";
      checks.bar(
          given + " IS NULL AND amount_text IS NOT NULL",
          Reason.AMOUNT_UNREADABLE,
          money,
          "amount_text");
    }
    if (g.has(QUANTITY)) {
      checks.bar("abs(quantity) > 10000000", Reason.QUANTITY_ABSURD, number, "quantity_text");
    }
    if (g.has(UNIT_PRICE)) {
      checks.bar(
          "price < 0 AND coalesce(quantity, 1) >= 0",
          Reason.PRICE_NEGATIVE,
          c.name(UNIT_PRICE),
          "price");
    }
    if (g.has(AMOUNT) || g.has(UNIT_PRICE)) {
      checks.bar(
          "abs(" + amount(g) + ") > 10000000000", Reason.AMOUNT_ABSURD, money, "amount_text");
    }
    if (g.has(QUANTITY)) {
      checks.bar(
          "quantity = 0 AND coalesce(" + amount(g) + ", 0) = 0",
          Reason.QUANTITY_ZERO,
          number,
          "quantity_text");
    }
    return checks;
  }

  private static TypedColumns columns(FileGuess g, FileColumns c) {
    boolean money = g.has(AMOUNT) || g.has(UNIT_PRICE);
    TypedColumns columns =
        new TypedColumns()
            .add("customer_id", c.id(CUSTOMER), g.has(CUSTOMER))
            .add("visitor_id", c.id(VISITOR), g.has(VISITOR))
            .add("order_ref", c.id(ORDER), g.has(ORDER))
            .add("product_id", c.id(PRODUCT), g.has(PRODUCT))
            .need("line_text", c.text(LINE))
            .add("line", "try_cast(" + c.text(LINE) + " AS INTEGER)", g.has(LINE))
            .need("currency_text", c.currencyText())
            .add("site", c.text(SITE), g.has(SITE))
            .add("status", "lower(" + c.text(STATUS) + ")", g.has(STATUS))
            .add("currency", c.currency(), g.has(CURRENCY))
            .need("quantity_text", c.text(QUANTITY))
            .need("quantity", c.number(QUANTITY))
            .need("amount_text", priced(g) ? c.text(UNIT_PRICE) : c.text(AMOUNT))
            .need("amount_given", c.number(AMOUNT))
            .need("price", c.number(UNIT_PRICE))
            .need("discount", c.sum(DISCOUNT))
            .need("time_text", c.timeText())
            .add("ts", c.time(), true)
            .made("quantity", "CAST(quantity AS DOUBLE)", g.has(QUANTITY), "CAST(NULL AS DOUBLE)")
            .made("amount_minor", c.minor(amount(g), "currency"), money, "CAST(NULL AS BIGINT)")
            .made(
                "discount_minor",
                c.minor("discount", "currency"),
                g.has(DISCOUNT),
                "CAST(0 AS BIGINT)");
    return numbered(g)
        ? columns.made("content", "hash(order_ref, line)", true, "").keep(ThingCleaning.named(g))
        : columns.add("content", "hash(" + all(g) + ")", true).keep(ThingCleaning.named(g));
  }

  private static String all(FileGuess g) {
    return String.join(", ", g.profiles().stream().map(ColumnProfile::sql).toList());
  }

  /// Whether the file numbers the lines of an order.
  private static boolean numbered(FileGuess g) {
    return g.has(ORDER) && g.has(LINE);
  }

  private void flags(FileGuess g, FileColumns c, String lines) {
    if (!g.has(ORDER)) {
      Checks.flag(
          staging,
          "(SELECT * FROM %1$s WHERE content IN (SELECT content FROM %1$s GROUP BY content HAVING count(*) > 1) QUALIFY row_number() OVER (PARTITION BY content ORDER BY row) > 1)"
              .formatted(lines),
          "true",
          Reason.REPEATED_ROW,
          "",
          "coalesce(customer_id, '')",
          g.table(),
          findings); // it may be one more purchase
    }
    Checks.flag(
        staging,
        lines,
        "customer_id IS NULL",
        Reason.CUSTOMER_MISSING,
        c.name(CUSTOMER),
        "coalesce(order_ref, '')",
        g.table(),
        findings);
    if (g.has(QUANTITY)) {
      outliers(g, lines, "quantity", c.name(QUANTITY), "quantity", Reason.OUTLIER_QUANTITY);
    }
    if (g.has(AMOUNT) || g.has(UNIT_PRICE)) {
      String column = g.has(AMOUNT) ? c.name(AMOUNT) : c.name(UNIT_PRICE);
      outliers(g, lines, "amount_minor", column, "amount_minor / 100.0", Reason.OUTLIER_AMOUNT);
    }
  }

  private void outliers(
      FileGuess g, String lines, String sql, String column, String shown, Reason reason) {
    double[] limit = {0, 0};
    // A percentile holds all its values in memory: of a large file some rows must do.
    long step = Math.max(1, staging.number("SELECT count(*) FROM " + lines) / RANKED);
    staging.each(
        "SELECT coalesce(10 * greatest(quantile_cont(abs(%1$s), 0.99) FILTER (hash(row) %% %3$d = 0), 1), 0) AS much, CAST(coalesce(max(abs(%1$s)), 0) AS DOUBLE) AS most FROM %2$s"
            .formatted(sql, lines, step),
        r -> {
          limit[0] = r.doubleValue("much");
          limit[1] = r.doubleValue("most");
        });
    if (limit[1] > limit[0]) {
      String much = "abs(" + sql + ") > " + limit[0];
      Checks.flag(staging, lines, much, reason, column, shown, g.table(), findings);
    }
  }

  private void write(FileGuess g, String lines) {
    int index = g.table().index();
    List<String> back = new ArrayList<>();
    back.add("quantity < 0");
    back.add("amount_minor < 0");
    back.add("status IN (" + RETURNED + ")");
    back.add("CASE WHEN order_ref LIKE 'C%' THEN regexp_matches(order_ref, '^C\\d+$') END");
    String returned = "coalesce(" + String.join(", false) OR coalesce(", back) + ", false)";
    // A status says that the bought line itself came back; a negative line or one with a C is a
    // record of its own.
    String bought =
        "(status IN ("
            + RETURNED
            + ") AND coalesce(quantity, 1) > 0 AND coalesce(amount_minor, 0) >= 0)";
    staging.run(
        "INSERT INTO returns SELECT "
            + index
            + ", row, customer_id, visitor_id, product_id, site, regexp_replace(coalesce(order_ref,"
            + " ''), '^C(\\d+)$', '\\1'), NULL, ts, abs(coalesce(nullif(quantity, 0), 1)),"
            + " abs(amount_minor), currency FROM "
            + lines
            + " WHERE ("
            + returned
            + ") AND NOT coalesce("
            + bought
            + ", false)");
    boolean none = staging.number("SELECT count(*) FROM returns WHERE file = " + index) == 0;
    String sold = "sold_" + index;
    staging.run(
        "CREATE VIEW %s AS SELECT *, %s AS order_id FROM %s".formatted(sold, order(g), lines)
            + (none ? "" : " WHERE NOT (%s) OR coalesce(%s, false)".formatted(returned, bought)));
    String numbered = number(g, sold);
    String common =
        "%s, ts, customer_id, visitor_id, NULL, site, product_id, order_id, line, %s FROM %s";
    out.show(
        "SELECT %d AS file, row, %s, "
                .formatted(index, g.has(ORDER) ? id(g, "ordered") : "event_id")
            + common.formatted(
                "'ordered'",
                "coalesce(quantity, 1), amount_minor, discount_minor, currency, NULL, NULL",
                numbered));
    if (g.has(STATUS)) {
      staging.run(
          "INSERT INTO %s SELECT %d, row, %s, ".formatted(OutTables.MADE, index, id(g, "cancelled"))
              + common.formatted("'cancelled'", "NULL, NULL, NULL, NULL, NULL, NULL", numbered)
              + " WHERE status IN ("
              + CANCELLED
              + ")");
    }
    if (g.has(STATUS)) {
      staging.run(
          "INSERT INTO returns SELECT "
              + index
              + ", row, customer_id, visitor_id, product_id, site, order_id, line, ts,"
              + " coalesce(quantity, 1), amount_minor, currency FROM "
              + numbered
              + " WHERE status IN ("
              + RETURNED
              + ")");
    }
  }

  /// SQL for the order's id; without one, what one person bought at one time is an order.
  private static String order(FileGuess g) {
    if (g.has(ORDER)) {
      return "order_ref"; // at most 64 bytes, and never NULL: that was checked
    }
    String made =
        "coalesce(nullif(concat_ws('@', coalesce(customer_id, visitor_id), CASE WHEN"
            + " coalesce(customer_id, visitor_id) IS NOT NULL THEN strftime(ts, '%Y%m%dT%H%M%S')"
            + " END), ''), 'row-"
            + g.table().index()
            + "-' || row)";
    return "CASE WHEN strlen(" + made + ") > 64 THEN md5(" + made + ") ELSE " + made + " END";
  }

  /// Lines without a number of the file's own get one of ours below 0, which the warehouse fits in
  /// with what it has of the order.
  ///
  /// @return the view or table with the numbers
  private String number(FileGuess g, String sold) {
    String numbered = "numbered_" + g.table().index();
    if (numbered(g)) {
      return sold;
    }
    staging.run(
        "CREATE TABLE "
            + numbered
            + " AS SELECT * REPLACE (CAST(-row_number() OVER (PARTITION BY order_id"
            + " ORDER BY row) AS INTEGER) AS line), CAST(NULL AS BIGINT) AS again"
            + (g.has(ORDER) ? "" : ", " + id(g, "ordered") + " AS event_id")
            + " FROM "
            + sold);
    if (g.has(ORDER)) {
      staging.run(
          "UPDATE %1$s SET again = n.again FROM (SELECT row, row_number() OVER (PARTITION BY order_id, product_id ORDER BY row) AS again FROM %1$s WHERE hash(order_id, product_id) IN (SELECT hash(order_id, product_id) AS h FROM %1$s GROUP BY h HAVING count(*) > 1)) n WHERE %1$s.row = n.row AND n.again > 1"
              .formatted(numbered));
    }
    return numbered;
  }

  /// The key of a row: its order and line, or its order and product; without an order, all of it.
  private static String id(FileGuess g, String type) {
    if (!g.has(ORDER)) {
      return OutTables.eventId(
          type, "order_id", "customer_id", "product_id", "ts", "quantity", "amount_minor");
    }
    String line = numbered(g) ? "line" : "coalesce(product_id, '') || coalesce('#' || again, '')";
    return OutTables.key("'" + type + ":' || order_id || '/' || " + line);
  }
}
