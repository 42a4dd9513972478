package org.marquetry.sandbox.core;

import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.marquetry.sandbox.core.Goods.Good;
import org.marquetry.sandbox.core.wares.Language;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.ProductId;

/// The catalogue as it changes: new products, new prices, sold out and there again.
final class Shelves {
  private static final long MISSING = 4_242L;

  private final Shop shop;

  Shelves(Shop shop) {
    this.shop = shop;
  }

  /// Say what changes in the first hours of a day.
  void tell(int day, Consumer<Event> sink) {
    for (Good good : shop.goods.all()) {
      boolean listed = good.listed() == day;
      boolean priced = day > good.listed() && shop.isPriceDay(good, day);
      boolean turned =
          day > good.listed() && shop.isSoldOut(good, day) != shop.isSoldOut(good, day - 1);
      if (listed || priced || turned) {
        sink.accept(changed(good, day, listed));
      }
    }
  }

  private Event changed(Good good, int day, boolean whole) {
    String id = Voice.OWN + "p-" + good.id() + "-" + day;
    Instant at = shop.season.start(day).plusSeconds(60 + good.place() % 3000);
    Event.Builder event =
        Event.builder(id, EventTypes.PRODUCT_CHANGED, at)
            .product(new ProductId(good.id()))
            .money(new Money(shop.price(good, day), shop.currency))
            .property(EventProperties.STOCK, Integer.toString(shop.stock(good, day)));
    if (whole) {
      event.properties(told(good));
    }
    return event.build();
  }

  /// Some products were listed in a hurry: their department is missing.
  private Map<String, String> told(Good good) {
    Map<String, String> told = good.ware().properties(shop.isChinese() ? Language.ZH : Language.EN);
    if (new Dice(MISSING, good.place(), 0).happens(0.006)) {
      told.remove(EventProperties.CATEGORY);
    }
    return told;
  }

  /// The suite, or somebody through it, changed a product.
  void changed(Event act) {
    act.product()
        .flatMap(p -> shop.goods.find(p.value()))
        .ifPresent(good -> {
          long price =
              act.money()
                  .filter(m -> m.currency().equals(shop.currency))
                  .map(Money::minor)
                  .orElse(0L);
          String stock = act.properties().getOrDefault(EventProperties.STOCK, "");
          shop.change(good, price, stock.matches("[0-9]{1,9}") ? Integer.parseInt(stock) : -1);
        });
  }
}
