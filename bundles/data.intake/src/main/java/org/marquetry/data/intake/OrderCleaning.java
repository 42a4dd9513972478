package org.marquetry.data.intake;

import static org.marquetry.data.intake.Meaning.*;

import java.util.ArrayList;
import java.util.List;

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
    String file = g.table().name();
    type(g);
    duplicates(g);
    Checks.take(staging, "lines", file, findings);
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
    checks
        .bar(
            "strlen(coalesce(customer_id, '')) > 64 OR strlen(coalesce(order_ref, '')) > 64 OR strlen(coalesce(product_id, '')) > 64",
            Reason.ID_TOO_LONG,
            "",
            "coalesce(order_ref, customer_id, product_id)")
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
            + " AS ts, hash("
            + all(g)
            + ") AS content FROM "
            + g.table().table()
            + ") SELECT row, customer_id, visitor_id, order_ref, product_id, site, status, currency, "
            + "CAST(quantity AS DOUBLE) AS quantity, "
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

  /// An export with orders and quantities names a line once; without a quantity a repeated line is
  /// one more unit, and without an order it may be one more purchase.
  private void duplicates(FileGuess g) {
    if (g.has(ORDER) && g.has(QUANTITY)) {
      staging.run(
          "UPDATE lines SET bad = {'r': 'duplicate', 'c': '', 'v': order_ref} WHERE bad IS NULL AND row IN ("
              + "SELECT row FROM lines QUALIFY row_number() OVER (PARTITION BY content ORDER BY row) > 1)");
    } else if (!g.has(ORDER)) {
      Checks.flag(
          staging,
          "(SELECT * FROM lines WHERE bad IS NULL QUALIFY row_number() OVER (PARTITION BY content ORDER BY row) > 1)",
          "true",
          Reason.REPEATED_ROW,
          "",
          "coalesce(customer_id, '')",
          g.table().name(),
          findings);
    }
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
    staging.run("ALTER TABLE lines ADD COLUMN came_back BOOLEAN");
    staging.run("UPDATE lines SET came_back = " + returned);
    // A status says that the bought line itself came back; a negative line or one with a C is a
    // record of its own.
    staging.run(
        "CREATE TABLE sold AS SELECT *, coalesce(order_ref, nullif(concat_ws('@', coalesce(customer_id, visitor_id), "
            + "CASE WHEN coalesce(customer_id, visitor_id) IS NOT NULL THEN strftime(ts, '%Y%m%dT%H%M%S') END), ''), 'row-"
            + index
            + "-' || row) AS order_id FROM lines WHERE NOT came_back OR (status IN ("
            + RETURNED
            + ") AND coalesce(quantity, 1) > 0 AND coalesce(amount_minor, 0) >= 0)");
    staging.run("UPDATE sold SET order_id = md5(order_id) WHERE strlen(order_id) > 64");
    staging.run(
        "CREATE TABLE numbered AS SELECT *, CAST(row_number() OVER (PARTITION BY order_id ORDER BY row) AS INTEGER) AS line FROM sold");
    staging.run(
        "INSERT INTO out_events SELECT "
            + index
            + ", row, "
            + OutTables.eventId(
                "ordered",
                "order_id",
                "customer_id",
                "product_id",
                "ts",
                "quantity",
                "amount_minor")
            + ", 'ordered', ts, customer_id, visitor_id, NULL, site, product_id, order_id, line, coalesce(quantity, 1), amount_minor, discount_minor, currency, NULL, NULL FROM numbered");
    staging.run(
        "INSERT INTO out_events SELECT "
            + index
            + ", row, "
            + OutTables.eventId("cancelled", "order_id", "line", "ts")
            + ", 'cancelled', ts, customer_id, visitor_id, NULL, site, product_id, order_id, line, NULL, NULL, NULL, NULL, NULL, NULL FROM numbered WHERE status IN ("
            + CANCELLED
            + ")");
    staging.run(
        "INSERT INTO returns SELECT "
            + index
            + ", row, customer_id, visitor_id, product_id, site, regexp_replace(coalesce(order_ref, ''), '^C(\\d+)$', '\\1'), NULL, ts, "
            + "abs(coalesce(nullif(quantity, 0), 1)), abs(amount_minor), currency FROM lines WHERE came_back AND row NOT IN (SELECT row FROM sold)");
    staging.run(
        "INSERT INTO returns SELECT "
            + index
            + ", row, customer_id, visitor_id, product_id, site, order_id, line, ts, coalesce(quantity, 1), amount_minor, currency "
            + "FROM numbered WHERE status IN ("
            + RETURNED
            + ")");
    staging.run("DROP TABLE numbered");
    staging.run("DROP TABLE sold");
  }
}
