package org.marquetry.campaign.core.offer;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.Coupon;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.SavedOffer;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Saved;
import org.marquetry.sql.api.Row;

/// Versions of offers as rows.
final class OfferRows {
  static final String INSERT =
      "INSERT INTO offer_version (id, version, act, at, by_actor, name, benefit, share, amount,"
          + " gift, coupon, code, currency, minimum_order, floor_price, margin_guard, from_day,"
          + " until_day, stacks) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private OfferRows() {}

  /// The values of [#INSERT].
  static @Nullable Object[] values(SavedOffer saved) {
    Offer offer = saved.offer();
    return new @Nullable Object[] {
      saved.id(),
      saved.version(),
      saved.act().name(),
      saved.at(),
      saved.by(),
      offer.name(),
      Kind.of(offer.benefit()).name(),
      offer.benefit() instanceof Benefit.Percent(double share) ? (Double) share : null,
      amount(offer.benefit()),
      offer.benefit() instanceof Benefit.Gift(String what, var _) ? what : null,
      coupon(offer.coupon()),
      offer.coupon() instanceof Coupon.One(String code) ? code : null,
      offer.currencies().stream().findFirst().orElse(null),
      minor(offer.minimumOrder()),
      minor(offer.floorPrice()),
      offer.marginGuard().isPresent() ? (Double) offer.marginGuard().getAsDouble() : null,
      day(offer.from()),
      day(offer.until()),
      offer.stacks()
    };
  }

  /// What a benefit is called in a row and at the door.
  enum Kind {
    NONE,
    PERCENT,
    AMOUNT,
    GIFT,
    FREE_DELIVERY;

    static Kind of(Benefit benefit) {
      return switch (benefit) {
        case Benefit.None() -> NONE;
        case Benefit.Percent(var _) -> PERCENT;
        case Benefit.Amount(var _) -> AMOUNT;
        case Benefit.Gift(var _, var _) -> GIFT;
        case Benefit.FreeDelivery(var _) -> FREE_DELIVERY;
      };
    }
  }

  private static @Nullable Long amount(Benefit benefit) {
    return switch (benefit) {
      case Benefit.None(), Benefit.Percent(var _) -> null;
      case Benefit.Amount(Money off) -> off.minor();
      case Benefit.Gift(var _, Money each) -> each.minor();
      case Benefit.FreeDelivery(Money each) -> each.minor();
    };
  }

  private static String coupon(Coupon coupon) {
    return switch (coupon) {
      case Coupon.None() -> "NONE";
      case Coupon.One(var _) -> "ONE";
      case Coupon.Each() -> "EACH";
    };
  }

  private static @Nullable Long minor(Optional<Money> money) {
    return money.map(Money::minor).orElse(null);
  }

  private static @Nullable Integer day(Optional<LocalDate> day) {
    return day.map(d -> (int) d.toEpochDay()).orElse(null);
  }

  static SavedOffer saved(Row row) {
    Offer.Builder offer =
        Offer.builder(row.string("name"), benefit(row))
            .coupon(coupon(row))
            .minimumOrder(money(row, "minimum_order"))
            .floorPrice(money(row, "floor_price"))
            .marginGuard(
                row.isNull("margin_guard")
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(row.doubleValue("margin_guard")))
            .from(day(row, "from_day"))
            .until(day(row, "until_day"))
            .stacks(row.bool("stacks"));
    return new SavedOffer(
        row.string("id"),
        row.intValue("version"),
        offer.build(),
        Saved.Act.valueOf(row.string("act")),
        row.instant("at"),
        row.string("by_actor"));
  }

  private static Benefit benefit(Row row) {
    return switch (Kind.valueOf(row.string("benefit"))) {
      case NONE -> new Benefit.None();
      case PERCENT -> new Benefit.Percent(row.doubleValue("share"));
      case AMOUNT -> new Benefit.Amount(amount(row));
      case GIFT -> new Benefit.Gift(row.string("gift"), amount(row));
      case FREE_DELIVERY -> new Benefit.FreeDelivery(amount(row));
    };
  }

  private static Coupon coupon(Row row) {
    return switch (row.string("coupon")) {
      case "ONE" -> new Coupon.One(row.string("code"));
      case "EACH" -> new Coupon.Each();
      default -> new Coupon.None();
    };
  }

  private static Money amount(Row row) {
    return new Money(row.longValue("amount"), row.string("currency"));
  }

  private static @Nullable Money money(Row row, String column) {
    return row.isNull(column) ? null : new Money(row.longValue(column), row.string("currency"));
  }

  private static @Nullable LocalDate day(Row row, String column) {
    return row.isNull(column) ? null : LocalDate.ofEpochDay(row.intValue(column));
  }
}
