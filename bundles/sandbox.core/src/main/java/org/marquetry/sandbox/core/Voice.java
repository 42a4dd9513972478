package org.marquetry.sandbox.core;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.DecisionId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.VisitorId;

/// Says what one customer does, as events of the shop.
///
/// @param session empty outside a visit
/// @param named whether the shop knows who it is; if not, events carry the device only
/// @param decision what led to the visit
record Voice(
    Life life,
    String session,
    boolean named,
    String currency,
    @Nullable DecisionId decision,
    Consumer<Event> sink) {
  /// What begins every id of the world's own events.
  static final String OWN = "sb-";

  /// Outside a visit.
  static Voice of(Life life, Shop shop, Consumer<Event> sink) {
    return new Voice(life, "", true, shop.currency, null, sink);
  }

  Event.Builder event(String type, Instant at) {
    Shopper who = life.who;
    String number = Integer.toString(life.numbers++, 36);
    Event.Builder event =
        Event.builder(OWN + Integer.toString(who.place, 36) + "-" + number, type, at)
            .site(who.people.site())
            .decision(decision);
    if (named) {
      event.customer(new CustomerId(who.id()));
    }
    if (!session.isEmpty()) {
      event.session(session).visitor(new VisitorId(who.visitor()));
    }
    return event;
  }

  void say(Event.Builder event) {
    sink.accept(event.build());
  }

  void say(String type, Instant at, Goods.Good good) {
    say(event(type, at).product(new ProductId(good.id())));
  }

  Money money(long minor) {
    return new Money(minor, currency);
  }

  /// The same customer, once it has said who it is.
  Voice asCustomer() {
    return named ? this : new Voice(life, session, true, currency, decision, sink);
  }

  Voice because(@Nullable DecisionId reason) {
    return new Voice(life, session, named, currency, reason, sink);
  }

  /// What happens after the visit is told without its session and device.
  Voice afterwards() {
    return new Voice(life, "", true, currency, decision, sink);
  }
}
