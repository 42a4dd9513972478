package org.marquetry.profile.core;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.marquetry.profile.api.ProfileSummary.Basis;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;
import org.marquetry.profile.core.value.PurchaseHistory;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.Row;
import org.marquetry.warehouse.api.Warehouse;

/// Reads the published views as of one moment into columns: one row at a time, one customer after
/// the other.
///
/// Returns and cancellations count whenever they came.
final class ShopReader {
  private static final String CUSTOMERS =
      """
      SELECT customer_id, language, city, country, birth_year, gender, consent_email
      FROM v1.customers WHERE first_seen_at IS NULL OR first_seen_at < ?
      """;

  private static final String ORDERS =
      """
      SELECT customer_id, min(ordered_at) AS bought_at,
        CAST(sum(CASE WHEN coalesce(currency, ?) = ? THEN net_minor END) AS BIGINT) AS money,
        count(*) FILTER (WHERE currency <> ?) AS foreign_lines
      FROM v1.order_lines
      WHERE customer_id IS NOT NULL AND ordered_at < ? AND kept
      GROUP BY customer_id, order_id ORDER BY customer_id
      """;

  private static final String ACTIVITY =
      """
      SELECT DISTINCT customer_id, date_trunc('minute', occurred_at) AS bought_at
      FROM v1.events WHERE customer_id IS NOT NULL AND occurred_at < ? AND by_customer ORDER BY customer_id
      """;

  private static final String LAST_ACTIVITY =
      """
      SELECT customer_id, max(occurred_at) AS last_at
      FROM v1.events WHERE customer_id IS NOT NULL AND occurred_at < ? AND by_customer GROUP BY customer_id
      """;

  private static final String ANONYMOUS =
      """
      SELECT count(*) AS lines, count(*) FILTER (WHERE customer_id IS NULL) AS anonymous
      FROM v1.order_lines WHERE ordered_at < ? AND NOT cancelled
      """;

  private final Warehouse warehouse;
  private final Instant asOf;
  private final ZoneId zone;
  private final Optional<String> currency;
  private final List<Words> notes = new ArrayList<>();
  private Basis basis = Basis.ORDERS;

  ShopReader(Warehouse warehouse, Instant asOf) {
    this.warehouse = warehouse;
    this.asOf = asOf;
    zone = zone();
    currency = currency();
  }

  Optional<String> shopCurrency() {
    return currency;
  }

  Basis basis() {
    return basis;
  }

  List<Words> notes() {
    return notes;
  }

  long day(Instant at) {
    return at.atZone(zone).toLocalDate().toEpochDay();
  }

  /// Read who there is and what the shop knows about them.
  Columns customers() {
    List<String> ids = new ArrayList<>();
    warehouse.scan(CUSTOMERS, List.of(asOf), row -> ids.add(row.string("customer_id")));
    String[] sorted = ids.toArray(String[]::new);
    Arrays.sort(sorted);
    Columns columns = new Columns(sorted);
    warehouse.scan(
        CUSTOMERS,
        List.of(asOf),
        row -> {
          int customer = columns.find(row.string("customer_id"));
          text(columns, row, customer, Traits.LANGUAGE, "language");
          text(columns, row, customer, Traits.CITY, "city");
          text(columns, row, customer, Traits.COUNTRY, "country");
          text(columns, row, customer, Traits.GENDER, "gender");
          text(columns, row, customer, Traits.CONSENT_EMAIL, "consent_email");
          row.optLong("birth_year")
              .ifPresent(year -> columns.number(Traits.BIRTH_YEAR)[customer] = year);
        });
    long today = day(asOf);
    double[] quiet = columns.number(Traits.QUIET_DAYS);
    warehouse.scan(
        LAST_ACTIVITY,
        List.of(asOf),
        row -> {
          int customer = columns.find(row.string("customer_id"));
          if (customer >= 0) {
            quiet[customer] = today - day(row.instant("last_at"));
          }
        });
    return columns;
  }

  /// Read the purchases; days with activity take their place when the shop has no orders of known
  /// customers.
  Purchases purchases(Columns columns) {
    Purchases purchases = new Purchases(columns.size());
    String money = currency.orElse("XXX");
    Grouped orders = new Grouped(columns, purchases);
    warehouse.scan(ORDERS, List.of(money, money, money, asOf), orders::add);
    orders.finish();
    if (orders.rows == 0) {
      basis = Basis.ACTIVITY;
      Grouped activity = new Grouped(columns, purchases);
      warehouse.scan(ACTIVITY, List.of(asOf), activity::add);
      activity.finish();
    }
    noteWhatIsMissing(orders);
    return purchases;
  }

  private void noteWhatIsMissing(Grouped orders) {
    if (basis == Basis.ACTIVITY) {
      notes.add(
          new Words(
              "没有带客户编号的订单：改用有活动的日子代替购买，没有金额",
              "there are no orders of known customers: days with activity take the place of"
                  + " purchases, there is no money"));
    }
    if (orders.foreignLines > 0) {
      notes.add(
          new Words(
              "%d 行订单使用其他货币，金额未计入".formatted(orders.foreignLines),
              "%d order lines are in another currency, their amounts are left out"
                  .formatted(orders.foreignLines)));
    }
    warehouse.scan(
        ANONYMOUS,
        List.of(asOf),
        row -> {
          long anonymous = row.longValue("anonymous");
          if (anonymous > 0) {
            notes.add(
                new Words(
                    "%d / %d 行订单没有客户编号，未计入任何客户".formatted(anonymous, row.longValue("lines")),
                    "%d of %d order lines have no customer and count for nobody"
                        .formatted(anonymous, row.longValue("lines"))));
          }
        });
  }

  private static void text(Columns columns, Row row, int customer, Trait trait, String column) {
    row.optString(column).ifPresent(value -> columns.text(trait).set(customer, value));
  }

  private ZoneId zone() {
    Optional<String> name =
        warehouse
            .query("SELECT time_zone FROM v1.shop", List.of(), row -> row.optString("time_zone"))
            .stream()
            .flatMap(Optional::stream)
            .findFirst();
    try {
      return name.map(ZoneId::of).orElse(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      notes.add(
          new Words(
              "不认识时区 %s，按 UTC 计算日期".formatted(name.orElseThrow()),
              "the time zone %s is not known, days are taken in UTC"
                  .formatted(name.orElseThrow())));
      return ZoneOffset.UTC;
    }
  }

  private Optional<String> currency() {
    return warehouse
        .query(
            """
            SELECT coalesce((SELECT currency FROM v1.shop),
              (SELECT mode(currency) FROM v1.order_lines)) AS currency
            """,
            List.of(),
            row -> row.optString("currency"))
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// Collects the rows of one customer after the other.
  private final class Grouped {
    private final Columns columns;
    private final Purchases purchases;
    private final PurchaseHistory history = new PurchaseHistory();
    private String customer = "";
    private int orders;
    private long rows;
    private long foreignLines;

    Grouped(Columns columns, Purchases purchases) {
      this.columns = columns;
      this.purchases = purchases;
    }

    void add(Row row) {
      String next = row.string("customer_id");
      if (!next.equals(customer)) {
        finish();
        customer = next;
      }
      rows++;
      orders++;
      double money = Double.NaN;
      if (basis == Basis.ORDERS) {
        money = row.optLong("money").isPresent() ? row.longValue("money") : Double.NaN;
        foreignLines += row.longValue("foreign_lines");
      }
      history.add(day(row.instant("bought_at")), money);
    }

    void finish() {
      int at = columns.find(customer);
      if (at >= 0 && history.purchases() > 0) {
        purchases.set(at, history, orders);
      }
      history.clear();
      orders = 0;
    }
  }
}
