package org.marquetry.campaign.core.offer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.marquetry.campaign.api.Coupon;
import org.marquetry.campaign.api.OfferCodes;
import org.marquetry.campaign.api.SavedOffer;
import org.marquetry.insight.spi.AgendaItem;
import org.marquetry.insight.spi.AgendaItem.Kind;
import org.marquetry.insight.spi.AgendaSource;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Offers whose codes run out.
@Provider("offers")
@Component
public final class OfferAgenda implements AgendaSource {
  private final OfferStore store;

  @Activate
  public OfferAgenda(@Reference OfferStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "offers";
  }

  @Override
  public List<AgendaItem> items(Instant since) {
    List<AgendaItem> items = new ArrayList<>();
    for (SavedOffer saved : store.newest().list()) {
      if (saved.offer().coupon() instanceof Coupon.Each()) {
        OfferCodes codes = store.codes().count(saved.id());
        if (codes.total() > 0 && codes.areFew()) {
          items.add(item(saved, codes));
        }
      }
    }
    return items;
  }

  private AgendaItem item(SavedOffer saved, OfferCodes codes) {
    String name = saved.name();
    return AgendaItem.builder(
            Kind.WAITS,
            "offer-codes/" + saved.id(),
            store.codes().lastGiven(saved.id()).orElse(saved.at()),
            new Words("优惠“" + name + "”的优惠码快用完了", "The codes of “" + name + "” run out"))
        .why(
            new Words(
                codes.total() + " 个中还剩 " + codes.free() + " 个；用完后发送会停下",
                codes.free() + " of " + codes.total() + " are left; without one a send stops"))
        .act(new Words("添加优惠码", "Add codes"), "offers/" + saved.id())
        .permission("offer.read")
        .build();
  }
}
