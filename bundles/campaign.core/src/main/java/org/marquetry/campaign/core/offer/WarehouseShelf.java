package org.marquetry.campaign.core.offer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.shop.api.Money;
import org.marquetry.warehouse.api.Warehouse;

/// The prices of `v1.products` as of one moment, in the currency that most of them have.
final class WarehouseShelf implements OfferCheck.Shelf {
  private final Warehouse warehouse;
  private final Optional<Money> cheapest;

  WarehouseShelf(Warehouse warehouse) {
    this.warehouse = warehouse;
    cheapest =
        Actor.SYSTEM
            .call(() ->
                warehouse.query(
                    "SELECT currency, min(price_minor) AS least FROM v1.products WHERE price_minor"
                        + " > 0 AND currency IS NOT NULL GROUP BY currency ORDER BY count(*) DESC,"
                        + " currency LIMIT 1",
                    List.of(),
                    row -> new Money(row.longValue("least"), row.string("currency"))))
            .stream()
            .findFirst();
  }

  @Override
  public Optional<String> currency() {
    return cheapest.map(Money::currency);
  }

  @Override
  public OptionalLong cheapest() {
    return cheapest.stream().mapToLong(Money::minor).findFirst();
  }

  @Override
  public long below(Benefit benefit, long minimumOrder, long price) {
    double share = benefit instanceof Benefit.Percent(double s) ? s : 0;
    double off = benefit instanceof Benefit.Amount(Money money) ? money.minor() : 0;
    String sql =
        "SELECT count(*) AS n FROM (SELECT price_minor AS p, greatest(price_minor, ?) AS v FROM"
            + " v1.products WHERE price_minor > 0 AND currency = ?) WHERE p * (1 - ? - least(?, v) / v)"
            + " < ?";
    return currency()
        .map(currency ->
            Actor.SYSTEM
                .call(() ->
                    warehouse.query(
                        sql,
                        List.of(minimumOrder, currency, share, off, price),
                        row -> row.longValue("n")))
                .getFirst())
        .orElse(0L);
  }
}
