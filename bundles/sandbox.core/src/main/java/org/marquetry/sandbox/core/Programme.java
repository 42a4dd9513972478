package org.marquetry.sandbox.core;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.marquetry.sandbox.truth.Touch;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventTypes;

/// The messages that the shop sent in its past: a letter every three weeks to a random part of
/// those who agreed, and two offers, of which one lost money: it gave 30 percent to those who come
/// anyway.
final class Programme {
  static final int LETTER_EVERY = 21;
  static final int GOOD_OFFER = 165;
  static final int LOSING_OFFER = 300;
  private static final double PART = 0.8;
  private static final int REGULAR_ORDERS = 3;

  private final Shop shop;
  private final long seed;

  Programme(Shop shop, long seed) {
    this.shop = shop;
    this.seed = seed;
  }

  void day(int day, List<Life> lives, Consumer<Event> sink) {
    if (day >= Setting.PAST) {
      return; // from now on it is the suite that sends
    }
    if (day == GOOD_OFFER) {
      send("spring-10", day, "personal", 0.1, 0, lives, sink);
    } else if (day == LOSING_OFFER) {
      send("regulars-30", day, "urgent", 0.3, REGULAR_ORDERS, lives, sink);
    } else if (day % LETTER_EVERY == 10) {
      int number = day / LETTER_EVERY + 1;
      send("letter-%02d".formatted(number), day, Post.element(number), 0, 0, lives, sink);
    }
  }

  /// @param orders only to who ordered at least as often
  private void send(
      String campaign,
      int day,
      String element,
      double discount,
      int orders,
      List<Life> lives,
      Consumer<Event> sink) {
    int hour = 9 + day % 10;
    Message message = new Message(campaign, new Touch("email", element, discount, hour), null);
    Instant at = shop.season.start(day).plusSeconds(3600L * hour);
    for (Life life : lives) {
      Dice dice = new Dice(seed, life.who.place, Dice.key(campaign));
      if (life.mail && life.orders >= orders && dice.happens(PART)) {
        Instant sent = at.plusSeconds(dice.below(600));
        say(message, life, sent, sink);
        new Post(shop, life, sink).answer(message, sent, dice);
      }
    }
  }

  private void say(Message message, Life life, Instant at, Consumer<Event> sink) {
    Voice voice = Voice.of(life, shop, sink);
    Touch touch = message.touch();
    Event.Builder event =
        voice
            .event(EventTypes.SENT, at)
            .properties(message.properties())
            .property(Message.ELEMENT, touch.element());
    if (touch.discount() > 0) {
      event.property(Message.DISCOUNT, Double.toString(touch.discount()));
    }
    voice.say(event);
  }
}
