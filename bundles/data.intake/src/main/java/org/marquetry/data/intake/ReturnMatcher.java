package org.marquetry.data.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.marquetry.warehouse.api.Row;
import org.marquetry.warehouse.api.Scratch;

/// Finds the order line that a return is of: the named order and line, else the customer's latest
/// earlier line of the product that still has so much left (or, when none has, what there is). A
/// return larger than one line is split over several; what no line explains stays without an order.
final class ReturnMatcher {
  /// An order line with what is left of it.
  private static final class Open {
    final String order;
    final int line;
    double quantity;
    final double unitMinor;
    final long amountMinor;

    Open(String order, int line, double quantity, long amountMinor) {
      this.order = order;
      this.line = line;
      this.quantity = quantity;
      this.amountMinor = amountMinor;
      unitMinor = quantity > 0 ? amountMinor / quantity : 0;
    }
  }

  /// A row of `matched`: what came back of which line; `order` null when of none.
  record Match(
      int file,
      long row,
      @Nullable String order,
      @Nullable Integer line,
      double quantity,
      @Nullable Long amountMinor) {}

  private final Staging staging;
  private final List<Open> open = new ArrayList<>();
  private @Nullable String key;

  ReturnMatcher(Staging staging) {
    this.staging = staging;
  }

  static void createTable(Staging staging) {
    staging.run(
        "CREATE TABLE returns(file INTEGER, row BIGINT, customer_id VARCHAR, visitor_id VARCHAR,"
            + " product_id VARCHAR, site VARCHAR, order_ref VARCHAR, line INTEGER, ts TIMESTAMP,"
            + " quantity DOUBLE, amount_minor BIGINT, currency VARCHAR)");
    staging.run(
        "CREATE TABLE matched(file INTEGER, row BIGINT, order_id VARCHAR, line INTEGER, quantity"
            + " DOUBLE, amount_minor BIGINT)");
  }

  /// Turns all `returns` into `returned` events.
  void match() {
    if (staging.number("SELECT count(*) FROM returns") == 0) {
      return;
    }
    List<Match> matches = new ArrayList<>();
    String who = "concat_ws('|', coalesce(customer_id, visitor_id, order_id), product_id)";
    String whoReturned = "concat_ws('|', coalesce(customer_id, visitor_id, order_ref), product_id)";
    staging.each(
        "SELECT * FROM (SELECT "
            + who
            + " AS who, occurred_at AS ts, 0 AS kind, file, row, order_id, line, quantity,"
            + " coalesce(amount_minor, 0) AS amount_minor, false AS no_amount FROM out_events WHERE"
            + " type = 'ordered' AND "
            + who
            + " IN (SELECT "
            + whoReturned
            + " FROM returns) UNION ALL SELECT "
            + whoReturned
            + ", ts, 1, file, row, order_ref, line, quantity, coalesce(amount_minor, 0),"
            + " amount_minor IS NULL FROM returns) ORDER BY who, ts, kind, row",
        r -> take(r, matches));
    write(matches);
    staging.run(
        "INSERT INTO made_events SELECT m.file, m.row, "
            + OutTables.eventId(
                    "returned",
                    "m.order_id",
                    "m.line",
                    "r.customer_id",
                    "r.product_id",
                    "r.ts",
                    "m.quantity",
                    "m.amount_minor")
                .replace("BY row", "BY m.row")
            + ", 'returned', r.ts, r.customer_id, r.visitor_id, NULL, r.site, r.product_id,"
            + " m.order_id, m.line, m.quantity, m.amount_minor, NULL, r.currency, NULL, NULL FROM"
            + " matched m JOIN returns r ON r.file = m.file AND r.row = m.row");
  }

  private void take(Row r, List<Match> matches) {
    String who = r.optString("who").orElse("");
    if (!who.equals(key)) {
      key = who;
      open.clear();
    }
    if (r.longValue("kind") == 0) {
      open.add(
          new Open(
              r.string("order_id"),
              (int) r.longValue("line"),
              r.doubleValue("quantity"),
              r.longValue("amount_minor")));
      return;
    }
    OptionalLong line = r.optLong("line");
    matches.addAll(
        split(
            (int) r.longValue("file"),
            r.longValue("row"),
            r.optString("order_id").orElse(null),
            line.isPresent() ? (Integer) (int) line.getAsLong() : null,
            r.doubleValue("quantity"),
            r.bool("no_amount") ? null : (Long) r.longValue("amount_minor")));
  }

  /// Gives a return out over the open lines.
  private List<Match> split(
      int file,
      long row,
      @Nullable String order,
      @Nullable Integer line,
      double quantity,
      @Nullable Long amountMinor) {
    List<Match> parts = new ArrayList<>();
    double left = quantity;
    long paidBack = 0;
    while (left > 1e-9) {
      Open best = best(order, line, left, amountMinor);
      if (best == null) {
        break;
      }
      double part = Math.min(left, best.quantity);
      boolean last = left - part <= 1e-9;
      Long money =
          amountMinor == null
              ? null
              : last ? amountMinor - paidBack : Math.round(amountMinor * (part / quantity));
      parts.add(
          new Match(
              file,
              row,
              best.order,
              best.line,
              part,
              money == null ? Long.valueOf(Math.round(best.unitMinor * part)) : money));
      paidBack += money == null ? 0 : money;
      best.quantity -= part;
      left -= part;
    }
    if (left > 1e-9) {
      parts.add(
          new Match(
              file,
              row,
              null,
              null,
              left,
              amountMinor == null ? null : Long.valueOf(amountMinor - paidBack)));
    }
    return parts;
  }

  private @Nullable Open best(
      @Nullable String order, @Nullable Integer line, double want, @Nullable Long amountMinor) {
    Open best = null;
    int bestScore = -1;
    for (Open o : open.reversed()) {
      if (o.quantity > 1e-9) {
        boolean ordered = o.order.equals(order);
        int score =
            (ordered && line != null && line == o.line ? 8 : 0)
                + (ordered ? 4 : 0)
                + (amountMinor != null && o.amountMinor == amountMinor ? 2 : 0)
                + (o.quantity >= want ? 1 : 0);
        if (score > bestScore) {
          best = o;
          bestScore = score;
        }
      }
    }
    return best;
  }

  private void write(List<Match> matches) {
    try (Scratch.Filler filler = staging.filler("matched")) {
      for (Match m : matches) {
        filler.row(m.file(), m.row(), m.order(), m.line(), m.quantity(), m.amountMinor());
      }
    }
  }
}
