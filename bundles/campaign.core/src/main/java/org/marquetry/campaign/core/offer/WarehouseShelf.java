package org.marquetry.campaign.core.offer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.shop.api.Money;
import org.marquetry.warehouse.api.Warehouse;

/// The prices of `v1.products`, in the currency that most of them have.
final class WarehouseShelf implements OfferCheck.Shelf {
  private static final String PRICED = " FROM v1.products WHERE price_minor > 0 AND currency = ?";

  private final Warehouse warehouse;

  WarehouseShelf(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  @Override
  public Optional<String> currency() {
    return Actor.SYSTEM
        .call(() ->
            warehouse.query(
                "SELECT currency FROM v1.products WHERE price_minor > 0 AND currency IS NOT NULL"
                    + " GROUP BY currency ORDER BY count(*) DESC, currency LIMIT 1",
                List.of(),
                row -> row.string("currency")))
        .stream()
        .findFirst();
  }

  @Override
  public OptionalLong cheapest() {
    return currency()
        .flatMap(currency ->
            Actor.SYSTEM
                .call(() ->
                    warehouse.query(
                        "SELECT min(price_minor) AS least" + PRICED,
                        List.of(currency),
                        row -> row.optLong("least")))
                .getFirst()
                .stream()
                .boxed()
                .findFirst())
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  @Override
  public long below(Benefit benefit, long minimumOrder, long price) {
    return currency().map(currency -> below(currency, benefit, minimumOrder, price)).orElse(0L);
  }

  private long below(String currency, Benefit benefit, long minimumOrder, long price) {
    double share = benefit instanceof Benefit.Percent(double s) ? s : 0;
    long off = benefit instanceof Benefit.Amount(Money money) ? money.minor() : 0;
    String sql =
        "SELECT count(*) AS n FROM (SELECT price_minor AS p, greatest(price_minor, ?) AS v"
            + PRICED
            + ") WHERE p * (1 - ? - least(?, v) / v) < ?";
    return Actor.SYSTEM.call(() ->
        warehouse
            .query(
                sql,
                List.of(minimumOrder, currency, share, (double) off, price),
                row -> row.longValue("n"))
            .getFirst());
  }
}
