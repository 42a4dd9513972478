package org.marquetry.data.intake;

import static org.marquetry.data.intake.Meaning.*;

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

  private final Staging staging;
  private final Settings settings;
  private final Findings findings;

  OrderCleaning(Staging staging, Settings settings, Findings findings) {
    this.staging = staging;
    this.settings = settings;
    this.findings = findings;
  }

  /// Adds the file's `ordered` and `cancelled` events to `out_events`, and its returns to
  /// `returns`.
  void clean(FileGuess g) {
    type(g);
    duplicates(g);
    Checks.take(staging, "lines", g.table(), findings);
    flags(g);
    write(g);
    staging.run("DROP TABLE lines");
  }

  private void type(FileGuess g) {
    FileColumns c = new FileColumns(g, settings);
    boolean priced = !g.has(AMOUNT) && g.has(UNIT_PRICE);
    String amount = priced ? "price * coalesce(quantity, 1)" : "amount_given";
    String amountText = priced ? c.text(UNIT_PRICE) : c.text(AMOUNT);
    String amountName = priced ? c.name(UNIT_PRICE) : c.name(AMOUNT);
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
    checks
        .bar(
            "quantity_text IS NOT NULL AND quantity IS NULL",
            Reason.QUANTITY_UNREADABLE,
            c.name(QUANTITY),
            "quantity_text")
        .bar(
            "amount_text IS NOT NULL AND " + (priced ? "price" : "amount_given") + " IS NULL",
            Reason.AMOUNT_UNREADABLE,
            amountName,
            "amount_text")
        .bar("abs(quantity) > 10000000", Reason.QUANTITY_ABSURD, c.name(QUANTITY), "quantity_text")
        .bar(
            "price < 0 AND coalesce(quantity, 1) >= 0",
            Reason.PRICE_NEGATIVE,
            c.name(UNIT_PRICE),
            "price")
        .bar("abs(" + amount + ") > 10000000000", Reason.AMOUNT_ABSURD, amountName, "amount_text")
        .bar(
            "quantity = 0 AND coalesce(" + amount + ", 0) = 0",
            Reason.QUANTITY_ZERO,
            c.name(QUANTITY),
            "quantity_text");
    staging.run(
        "CREATE TABLE lines AS WITH typed AS (SELECT row, "
            + c.id(CUSTOMER)
            + " AS customer_id, "
            + c.id(VISITOR)
            + " AS visitor_id, "
            + c.id(ORDER)
            + " AS order_ref, "
            + c.id(PRODUCT)
            + " AS product_id, "
            + c.text(LINE)
            + " AS line_text, try_cast("
            + c.text(LINE)
            + " AS INTEGER) AS line, "
            + c.currencyText()
            + " AS currency_text, "
            + c.text(SITE)
            + " AS site, lower("
            + c.text(STATUS)
            + ") AS status, "
            + c.currency()
            + " AS currency, "
            + c.text(QUANTITY)
            + " AS quantity_text, "
            + c.number(QUANTITY)
            + " AS quantity, "
            + amountText
            + " AS amount_text, "
            + c.number(AMOUNT)
            + " AS amount_given, "
            + c.number(UNIT_PRICE)
            + " AS price, "
            + c.sum(DISCOUNT)
            + " AS discount, "
            + c.timeText()
            + " AS time_text, "
            + c.time()
            + " AS ts, "
            + (numbered(g) ? "0" : "hash(" + all(g) + ")")
            + " AS content FROM "
            + g.table().table()
            + ") SELECT row, customer_id, visitor_id, order_ref, product_id, line, site, status,"
            + " currency, CAST(quantity AS DOUBLE) AS quantity, "
            + Settings.minor(amount, "currency")
            + " AS amount_minor, "
            + Settings.minor("discount", "currency")
            + " AS discount_minor, ts, content, "
            + checks.sql()
            + " AS bad FROM typed");
  }

  private static String all(FileGuess g) {
    return String.join(", ", g.profiles().stream().map(ColumnProfile::sql).toList());
  }

  /// Whether the file numbers the lines of an order.
  private static boolean numbered(FileGuess g) {
    return g.has(ORDER) && g.has(LINE);
  }

  /// A line of an order comes once. An export with orders and quantities names a line once; without
  /// a quantity a repeated line is one more unit, and without an order it may be one more purchase.
  private void duplicates(FileGuess g) {
    if (numbered(g)) {
      bar("order_ref, line", Reason.DUPLICATE_ID);
    } else if (g.has(ORDER) && g.has(QUANTITY)) {
      bar("content", Reason.DUPLICATE);
    } else if (!g.has(ORDER)) {
      Checks.flag(
          staging,
          "(SELECT * FROM lines WHERE row IN (" + Checks.repeated("lines", "content") + "))",
          "true",
          Reason.REPEATED_ROW,
          "",
          "coalesce(customer_id, '')",
          g.table().name(),
          findings);
    }
  }

  private void bar(String key, Reason reason) {
    staging.run(
        "UPDATE lines SET bad = {'r': '"
            + reason.code()
            + "', 'c': '', 'v': order_ref} WHERE bad IS NULL AND row IN ("
            + Checks.repeated("lines", key)
            + ")");
  }

  private void flags(FileGuess g) {
    FileColumns c = new FileColumns(g, settings);
    String file = g.table().name();
    Checks.flag(
        staging,
        "lines",
        "customer_id IS NULL",
        Reason.CUSTOMER_MISSING,
        c.name(CUSTOMER),
        "coalesce(order_ref, '')",
        file,
        findings);
    for (String column : List.of("quantity", "amount_minor")) {
      Reason reason = column.equals("quantity") ? Reason.OUTLIER_QUANTITY : Reason.OUTLIER_AMOUNT;
      Meaning meaning = column.equals("quantity") ? QUANTITY : g.has(AMOUNT) ? AMOUNT : UNIT_PRICE;
      Checks.flag(
          staging,
          "lines",
          "abs("
              + column
              + ") > 10 * (SELECT greatest(quantile_cont(abs("
              + column
              + "), 0.99), 1) FROM lines)",
          reason,
          c.name(meaning),
          column.equals("quantity") ? column : "amount_minor / 100.0",
          file,
          findings);
    }
  }

  private void write(FileGuess g) {
    int index = g.table().index();
    List<String> back = new ArrayList<>();
    back.add("quantity < 0");
    back.add("amount_minor < 0");
    back.add("status IN (" + RETURNED + ")");
    back.add("order_ref LIKE 'C%' AND regexp_matches(order_ref, '^C\\d+$')");
    String returned = "coalesce(" + String.join(", false) OR coalesce(", back) + ", false)";
    // A status says that the bought line itself came back; a negative line or one with a C is a
    // record of its own.
    String bought =
        "(status IN ("
            + RETURNED
            + ") AND coalesce(quantity, 1) > 0 AND coalesce(amount_minor, 0) >= 0)";
    String order =
        "coalesce(order_ref, nullif(concat_ws('@', coalesce(customer_id, visitor_id), CASE WHEN"
            + " coalesce(customer_id, visitor_id) IS NOT NULL THEN strftime(ts, '%Y%m%dT%H%M%S')"
            + " END), ''), 'row-"
            + index
            + "-' || row)";
    staging.run(
        "CREATE VIEW sold AS SELECT *, CASE WHEN strlen("
            + order
            + ") > 64 THEN md5("
            + order
            + ") ELSE "
            + order
            + " END AS order_id FROM lines WHERE NOT ("
            + returned
            + ") OR coalesce("
            + bought
            + ", false)");
    number(g);
    staging.run(
        "INSERT INTO out_events SELECT "
            + index
            + ", row, "
            + id(g, "ordered")
            + ", 'ordered', ts, customer_id, visitor_id, NULL, site, product_id, order_id, line,"
            + " coalesce(quantity, 1), amount_minor, discount_minor, currency, NULL, NULL FROM"
            + " numbered");
    staging.run(
        "INSERT INTO out_events SELECT "
            + index
            + ", row, "
            + id(g, "cancelled")
            + ", 'cancelled', ts, customer_id, visitor_id, NULL, site, product_id, order_id, line,"
            + " NULL, NULL, NULL, NULL, NULL, NULL FROM numbered WHERE status IN ("
            + CANCELLED
            + ")");
    staging.run(
        "INSERT INTO returns SELECT "
            + index
            + ", row, customer_id, visitor_id, product_id, site, regexp_replace(coalesce(order_ref,"
            + " ''), '^C(\\d+)$', '\\1'), NULL, ts, abs(coalesce(nullif(quantity, 0), 1)),"
            + " abs(amount_minor), currency FROM lines WHERE ("
            + returned
            + ") AND NOT coalesce("
            + bought
            + ", false)");
    staging.run(
        "INSERT INTO returns SELECT "
            + index
            + ", row, customer_id, visitor_id, product_id, site, order_id, line, ts,"
            + " coalesce(quantity, 1), amount_minor, currency FROM numbered WHERE status IN ("
            + RETURNED
            + ")");
    staging.run("DROP " + (numbered(g) ? "VIEW" : "TABLE") + " numbered");
    staging.run("DROP VIEW sold");
  }

  /// Lines without a number of the file's own get one of ours below 0, which the warehouse fits in
  /// with what it has of the order.
  private void number(FileGuess g) {
    if (numbered(g)) {
      staging.run("CREATE VIEW numbered AS SELECT *, CAST(NULL AS BIGINT) AS again FROM sold");
      return;
    }
    staging.run(
        "CREATE TABLE numbered AS SELECT * REPLACE (CAST(-row_number() OVER (PARTITION BY order_id"
            + " ORDER BY row) AS INTEGER) AS line), CAST(NULL AS BIGINT) AS again FROM sold");
    if (g.has(ORDER)) {
      staging.run(
          "UPDATE numbered SET again = n.again FROM (SELECT row, row_number() OVER (PARTITION BY"
              + " order_id, product_id ORDER BY row) AS again FROM numbered WHERE (order_id,"
              + " product_id) IN (SELECT (order_id, product_id) FROM numbered GROUP BY order_id,"
              + " product_id HAVING count(*) > 1)) n WHERE numbered.row = n.row AND n.again > 1");
    }
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
