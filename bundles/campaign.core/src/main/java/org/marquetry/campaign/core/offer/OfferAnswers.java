package org.marquetry.campaign.core.offer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.Coupon;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.OfferCodes;
import org.marquetry.campaign.api.OfferFinding;
import org.marquetry.campaign.api.SavedOffer;
import org.marquetry.shop.api.Money;

/// Offers as the door takes and gives them.
final class OfferAnswers {
  private OfferAnswers() {}

  /// @param kind `none`, `percent`, `amount`, `gift` or `free_delivery`
  /// @param share of `percent`, in (0, 1)
  /// @param amount off the order; of a gift or a delivery what one costs the shop
  /// @param gift what it is
  record BenefitEntry(
      String kind, OptionalDouble share, Optional<Money> amount, Optional<String> gift) {
    static BenefitEntry of(Benefit benefit) {
      String kind = word(OfferRows.Kind.of(benefit));
      return switch (benefit) {
        case Benefit.None() ->
            new BenefitEntry(kind, OptionalDouble.empty(), Optional.empty(), Optional.empty());
        case Benefit.Percent(double share) ->
            new BenefitEntry(kind, OptionalDouble.of(share), Optional.empty(), Optional.empty());
        case Benefit.Amount(Money off) ->
            new BenefitEntry(kind, OptionalDouble.empty(), Optional.of(off), Optional.empty());
        case Benefit.Gift(String what, Money each) ->
            new BenefitEntry(kind, OptionalDouble.empty(), Optional.of(each), Optional.of(what));
        case Benefit.FreeDelivery(Money each) ->
            new BenefitEntry(kind, OptionalDouble.empty(), Optional.of(each), Optional.empty());
      };
    }

    Benefit toBenefit() {
      return switch (kind.toLowerCase(Locale.ROOT)) {
        case "none" -> new Benefit.None();
        case "percent" ->
            new Benefit.Percent(
                share.orElseThrow(() -> new IllegalArgumentException("percent needs a share")));
        case "amount" -> new Benefit.Amount(money());
        case "gift" ->
            new Benefit.Gift(
                gift.orElseThrow(() -> new IllegalArgumentException("gift needs its name")),
                money());
        case "free_delivery" -> new Benefit.FreeDelivery(money());
        default ->
            throw new IllegalArgumentException(
                "benefit.kind must be none, percent, amount, gift or free_delivery, got " + kind);
      };
    }

    private Money money() {
      return amount.orElseThrow(() -> new IllegalArgumentException(kind + " needs an amount"));
    }
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// @param kind `none`, `one` or `each`
  /// @param code of `one`
  record CouponEntry(String kind, Optional<String> code) {
    static CouponEntry of(Coupon coupon) {
      return switch (coupon) {
        case Coupon.None() -> new CouponEntry("none", Optional.empty());
        case Coupon.One(String code) -> new CouponEntry("one", Optional.of(code));
        case Coupon.Each() -> new CouponEntry("each", Optional.empty());
      };
    }

    Coupon toCoupon() {
      return switch (kind.toLowerCase(Locale.ROOT)) {
        case "none" -> new Coupon.None();
        case "one" ->
            new Coupon.One(
                code.orElseThrow(() -> new IllegalArgumentException("one needs a code")));
        case "each" -> new Coupon.Each();
        default ->
            throw new IllegalArgumentException(
                "coupon.kind must be none, one or each, got " + kind);
      };
    }
  }

  /// @param version of a change: the one that it began with
  record Wanted(
      String name,
      BenefitEntry benefit,
      Optional<CouponEntry> coupon,
      Optional<Money> minimumOrder,
      Optional<Money> floorPrice,
      OptionalDouble marginGuard,
      Optional<LocalDate> from,
      Optional<LocalDate> until,
      Optional<Boolean> stacks,
      OptionalInt version) {
    Offer toOffer() {
      return Offer.builder(name, benefit.toBenefit())
          .coupon(coupon.map(CouponEntry::toCoupon).orElseGet(Coupon.None::new))
          .minimumOrder(minimumOrder.orElse(null))
          .floorPrice(floorPrice.orElse(null))
          .marginGuard(marginGuard)
          .from(from.orElse(null))
          .until(until.orElse(null))
          .stacks(stacks.orElse(false))
          .build();
    }
  }

  /// @param act what made the version
  record Saved(
      String id,
      int version,
      String name,
      BenefitEntry benefit,
      CouponEntry coupon,
      Optional<Money> minimumOrder,
      Optional<Money> floorPrice,
      OptionalDouble marginGuard,
      Optional<LocalDate> from,
      Optional<LocalDate> until,
      boolean stacks,
      String act,
      Instant at,
      String by) {
    static Saved of(SavedOffer saved) {
      Offer offer = saved.offer();
      return new Saved(
          saved.id(),
          saved.version(),
          offer.name(),
          BenefitEntry.of(offer.benefit()),
          CouponEntry.of(offer.coupon()),
          offer.minimumOrder(),
          offer.floorPrice(),
          offer.marginGuard(),
          offer.from(),
          offer.until(),
          offer.stacks(),
          word(saved.act()),
          saved.at(),
          saved.by());
    }
  }

  record SavedList(List<Saved> offers) {
    static SavedList of(List<SavedOffer> all) {
      return new SavedList(all.stream().map(Saved::of).toList());
    }
  }

  /// @param version of the offer's history
  record Back(int version) {}

  record Codes(long total, long given, long free) {
    static Codes of(OfferCodes codes) {
      return new Codes(codes.total(), codes.given(), codes.free());
    }
  }

  record CodeList(List<String> codes) {}

  record Added(long added, long known) {}

  record Dropped(long dropped) {}

  /// @param margin share of the price that is left after the goods are paid; absent = 0.3
  record Asked(OptionalDouble margin) {}

  /// @param stops whether nothing may be launched with the offer
  record Finding(String kind, boolean stops, String zh, String en) {
    static Finding of(OfferFinding finding) {
      return new Finding(
          word(finding.kind()), finding.stops(), finding.words().zh(), finding.words().en());
    }
  }

  record Findings(List<Finding> findings) {}
}
