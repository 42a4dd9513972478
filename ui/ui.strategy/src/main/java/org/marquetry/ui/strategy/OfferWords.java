package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.Coupon;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.OfferCodes;
import org.marquetry.shop.api.Money;
import org.marquetry.ui.api.Formats;

/// Offers in the words of a page's language.
///
/// @param page whose texts
record OfferWords(Component page, Formats formats) {
  private String text(String key, Object... arguments) {
    return page.getTranslation(key, arguments);
  }

  /// Percent with one digit at most.
  String percent(double share) {
    return formats.number(Math.round(share * 1_000) / 10.0) + " %";
  }

  String benefit(Benefit benefit) {
    return switch (benefit) {
      case Benefit.None() -> text("strategy.benefit.none.words");
      case Benefit.Percent(double share) -> text("strategy.benefit.percent.words", percent(share));
      case Benefit.Amount(Money off) -> text("strategy.benefit.amount.words", formats.money(off));
      case Benefit.Gift(String what, Money each) ->
          text("strategy.benefit.gift.words", what, formats.money(each));
      case Benefit.FreeDelivery(Money each) ->
          text("strategy.benefit.free_delivery.words", formats.money(each));
    };
  }

  String validity(Offer offer) {
    Optional<LocalDate> from = offer.from();
    Optional<LocalDate> until = offer.until();
    if (from.isPresent() && until.isPresent()) {
      return text("strategy.validity.between", formats.date(from.get()), formats.date(until.get()));
    }
    return from.map(day -> text("strategy.validity.from", formats.date(day)))
        .or(() -> until.map(day -> text("strategy.validity.until", formats.date(day))))
        .orElseGet(() -> text("strategy.validity.always"));
  }

  /// @param codes of an offer whose coupon is one's own
  String coupon(Coupon coupon, Optional<OfferCodes> codes) {
    return switch (coupon) {
      case Coupon.None() -> text("strategy.coupon.none.words");
      case Coupon.One(String code) -> text("strategy.coupon.one.words", code);
      case Coupon.Each() ->
          codes
              .map(c ->
                  text(
                      "strategy.coupon.each.left",
                      formats.number(c.free()),
                      formats.number(c.total())))
              .orElseGet(() -> text("strategy.coupon.each"));
    };
  }

  /// The terms, one a line.
  List<String> terms(Offer offer) {
    List<String> terms = new ArrayList<>();
    offer
        .minimumOrder()
        .ifPresent(m -> terms.add(text("strategy.terms.minimum", formats.money(m))));
    terms.add(validity(offer));
    terms.add(text(offer.stacks() ? "strategy.terms.stacks" : "strategy.terms.alone"));
    offer.floorPrice().ifPresent(m -> terms.add(text("strategy.terms.floor", formats.money(m))));
    offer
        .marginGuard()
        .ifPresent(share -> terms.add(text("strategy.terms.margin", percent(share))));
    return terms;
  }
}
