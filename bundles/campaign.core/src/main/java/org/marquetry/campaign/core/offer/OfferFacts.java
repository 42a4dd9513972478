package org.marquetry.campaign.core.offer;

import java.util.ArrayList;
import java.util.List;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.Coupon;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.OfferCodes;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.FactNames;
import org.marquetry.shop.api.Money;

/// What a mail may say of an offer.
final class OfferFacts {
  private OfferFacts() {}

  static List<Fact> of(Offer offer) {
    String source = offer.name();
    List<Fact> facts = new ArrayList<>();
    switch (offer.benefit()) {
      case Benefit.Percent(double share) ->
          facts.add(Fact.percent(FactNames.OFFER_PERCENT, share * 100, source));
      case Benefit.Amount(Money off) -> facts.add(Fact.money(FactNames.OFFER_AMOUNT, off, source));
      case Benefit.Gift _, Benefit.FreeDelivery _, Benefit.None _ -> {}
    }
    switch (offer.coupon()) {
      case Coupon.One(String code) -> facts.add(Fact.text(FactNames.OFFER_CODE, code, source));
      case Coupon.Each() -> facts.add(Fact.text(FactNames.OFFER_CODE, OfferCodes.SAMPLE, source));
      case Coupon.None() -> {}
    }
    offer.minimumOrder().ifPresent(m -> facts.add(Fact.money(FactNames.OFFER_MINIMUM, m, source)));
    offer.until().ifPresent(d -> facts.add(Fact.day(FactNames.OFFER_ENDS, d, source)));
    return facts;
  }
}
