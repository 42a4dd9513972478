package org.marquetry.campaign.core.offer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.Coupon;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.OfferCodes;
import org.marquetry.campaign.api.OfferFinding;
import org.marquetry.campaign.api.OfferFinding.Kind;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Words;

/// Holds an offer against the shelf, the day and its codes.
///
/// The smallest order that an offer may be used for is the worst: it is its minimum order, or one
/// unit of the cheapest product where that costs more. Of an order that comes to `v`, with margin
/// `m` and a benefit that takes `r` off and costs `c` in all, the share that is left is `1 - ((1 -
/// m) v + c - r) / (v - r)`.
final class OfferCheck {
  private final Offer offer;
  private final double margin;
  private final Shelf shelf;
  private final List<OfferFinding> findings = new ArrayList<>();

  /// @param margin share of the price that is left after the goods are paid, in (0, 1)
  OfferCheck(Offer offer, double margin, Shelf shelf) {
    if (!(margin > 0 && margin < 1)) {
      throw new IllegalArgumentException("margin must be in (0, 1), got " + margin);
    }
    this.offer = offer;
    this.margin = margin;
    this.shelf = shelf;
  }

  /// What the shelf holds.
  interface Shelf {
    /// The currency of the shop's prices; empty when no product has one.
    Optional<String> currency();

    /// The lowest price of a product, in minor units.
    OptionalLong cheapest();

    /// How many products would cost less than a price with a benefit in the smallest order that
    /// holds one.
    long below(Benefit benefit, long minimumOrder, long price);
  }

  /// What stops it first.
  List<OfferFinding> against(LocalDate today, Optional<OfferCodes> codes) {
    validity(today);
    if (currency()) {
      floor();
      margin();
    }
    if (offer.coupon() instanceof Coupon.Each()) {
      codes(codes.orElse(new OfferCodes(0, 0)));
    }
    findings.sort(Comparator.comparing((OfferFinding f) -> !f.stops()));
    return List.copyOf(findings);
  }

  private void add(Kind kind, boolean stops, String zh, String en) {
    findings.add(new OfferFinding(kind, stops, new Words(zh, en)));
  }

  private void validity(LocalDate today) {
    if (offer.until().filter(today::isAfter).isPresent()) {
      LocalDate until = offer.until().get();
      add(Kind.VALIDITY, true, "已于 " + until + " 到期", "it ended on " + until);
    } else if (offer.from().filter(today::isBefore).isPresent()) {
      LocalDate from = offer.from().get();
      add(Kind.VALIDITY, false, "从 " + from + " 起才有效", "it begins on " + from);
    }
  }

  /// Whether amounts can be held against prices.
  private boolean currency() {
    Optional<String> prices = shelf.currency();
    Optional<String> other =
        offer.currencies().stream()
            .filter(c -> prices.filter(p -> !p.equals(c)).isPresent())
            .findAny();
    other.ifPresent(c ->
        add(
            Kind.CURRENCY,
            true,
            "金额以 " + c + " 计，而商店的价格以 " + prices.orElseThrow() + " 计",
            "its amounts are in " + c + ", the shop's prices in " + prices.orElseThrow()));
    return other.isEmpty() && prices.isPresent();
  }

  private long minimum() {
    return offer.minimumOrder().map(Money::minor).orElse(0L);
  }

  private void floor() {
    offer
        .floorPrice()
        .ifPresent(floor -> {
          long products = shelf.below(offer.benefit(), minimum(), floor.minor());
          if (products > 0) {
            add(
                Kind.FLOOR_PRICE,
                true,
                products + " 个商品使用后的价格会低于底价 " + floor + "：请降低优惠、提高起订金额，或改底价",
                products
                    + (products == 1 ? " product" : " products")
                    + " would cost less than the floor price "
                    + floor
                    + ": give less, raise the minimum order, or lower the floor price");
          }
        });
  }

  private void margin() {
    OptionalLong cheapest = shelf.cheapest();
    if (cheapest.isEmpty()) {
      return;
    }
    double order = Math.max(minimum(), cheapest.getAsLong());
    double left = left(offer.benefit(), order, margin);
    Money smallest = new Money((long) order, shelf.currency().orElseThrow());
    if (offer.marginGuard().isPresent() && left < offer.marginGuard().getAsDouble()) {
      String guard = percent(offer.marginGuard().getAsDouble());
      add(
          Kind.MARGIN,
          true,
          "金额 " + smallest + " 的订单使用后毛利率为 " + percent(left) + "，低于下限 " + guard,
          "of an order of "
              + smallest
              + " "
              + percent(left)
              + " is left, less than the guard of "
              + guard);
    } else if (left < 0) {
      add(
          Kind.MARGIN,
          false,
          "金额 " + smallest + " 的订单使用后会亏损（毛利率 " + percent(left) + "）",
          "an order of " + smallest + " loses money (" + percent(left) + " is left)");
    }
  }

  /// The share of what is paid that is left after goods and benefit; minus infinity when nothing is
  /// paid.
  static double left(Benefit benefit, double order, double margin) {
    double paid = order - benefit.reduction(order);
    double beside = benefit.cost(order) - benefit.reduction(order);
    return paid <= 0 ? Double.NEGATIVE_INFINITY : 1 - ((1 - margin) * order + beside) / paid;
  }

  private static String percent(double share) {
    return share == Double.NEGATIVE_INFINITY
        ? "-∞"
        : String.format(
            Locale.ROOT,
            "%s %%",
            BigDecimal.valueOf(Math.round(share * 1000), 1).stripTrailingZeros().toPlainString());
  }

  private void codes(OfferCodes codes) {
    if (codes.free() == 0) {
      add(Kind.CODES, true, "没有可用的优惠码：请添加优惠码", "no code is free: add codes");
    } else if (codes.areFew()) {
      add(
          Kind.CODES,
          false,
          codes.total() + " 个优惠码只剩 " + codes.free() + " 个",
          codes.free() + " of " + codes.total() + " codes are left");
    }
  }
}
