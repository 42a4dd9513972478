package org.marquetry.sandbox.core;

import java.time.Instant;
import java.util.function.Consumer;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.VisitorId;

/// One day on which programs read the whole shop: many views, evenly spaced, that lead to nothing.
final class Bots {
  static final int DAY = 452;
  private static final int EACH = 300;
  private static final int GAP_SECONDS = 2;

  private Bots() {}

  static void day(Setting setting, Shop shop, int day, Consumer<Event> sink) {
    if (day != DAY) {
      return;
    }
    int bots = Math.max(2, setting.customers() / 600);
    for (int bot = 0; bot < bots; bot++) {
      Dice dice = new Dice(setting.seed(), bot, DAY);
      Instant at = shop.season.start(day).plusSeconds(2 * 3600 + dice.below(3600));
      for (int n = 0; n < EACH; n++) {
        int place = (bot * EACH + n) % shop.goods.all().size();
        sink.accept(
            Event.builder(Voice.OWN + "bot-" + bot + "-" + n, EventTypes.VIEWED, at)
                .visitor(new VisitorId("bot" + bot))
                .session("bot" + bot)
                .site(People.EN.site())
                .product(new ProductId(shop.goods.at(place).id()))
                .property("userAgent", "PriceReader/2.1 (+https://prices.example/bot)")
                .build());
        at = at.plusSeconds(GAP_SECONDS);
      }
    }
  }
}
