package org.marquetry.sandbox.core;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.marquetry.sandbox.truth.Reaction;
import org.marquetry.sandbox.truth.Touch;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;

/// How a customer answers a message: opens it, clicks, comes, comes more often for some days, wants
/// no more of them.
final class Post {
  private static final List<String> CHANNELS = List.of("email", "sms", "push");
  private static final List<String> ELEMENTS = List.of("plain", "personal", "urgent", "curious");
  private static final double LIKED_CHANNEL = 0.7;
  private static final double LIKED_ELEMENT = 0.5;
  private static final double LIKED_HOUR = 0.6;
  private static final double COMPLAINS = 0.0006;

  private final Shop shop;
  private final Life life;
  private final Shopper who;
  private final Consumer<Event> sink;

  Post(Shop shop, Life life, Consumer<Event> sink) {
    this.shop = shop;
    this.life = life;
    this.who = life.who;
    this.sink = sink;
  }

  static String element(int number) {
    return ELEMENTS.get(number % ELEMENTS.size());
  }

  private static double chance(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  /// Probability that a message sent on a day is opened.
  static double opens(Life life, Touch touch, int day) {
    Shopper who = life.who;
    double liked =
        (CHANNELS.indexOf(touch.channel()) == who.channel ? LIKED_CHANNEL : 0)
            + (ELEMENTS.indexOf(touch.element()) == who.element ? LIKED_ELEMENT : 0)
            + LIKED_HOUR * Math.cos((touch.hour() - who.bestHour) / 24.0 * 2 * Math.PI);
    return chance(who.open + liked - who.fatigue * life.fatigue(day));
  }

  /// Probability that an opened message is clicked.
  static double clicks(Life life, Touch touch) {
    return chance(
        life.who.click + Nature.OFFER * touch.discount() * life.who.elasticity / Nature.ELASTICITY);
  }

  /// Probability that a message ends the customer's consent.
  static double unsubscribes(Life life, int day) {
    return chance(Nature.UNSUBSCRIBE + 0.5 * life.fatigue(day));
  }

  static Reaction reaction(Life life, Touch touch, int day) {
    return new Reaction(opens(life, touch, day), clicks(life, touch), unsubscribes(life, day));
  }

  /// Let the customer answer.
  ///
  /// @param at when it was sent
  void answer(Message message, Instant at, Dice dice) {
    int day = shop.season.day(at);
    if (!Registration.hasRightAddress(who) && message.touch().channel().equals("email")) {
      say(EventTypes.BOUNCED, at.plusSeconds(3), message);
      return;
    }
    double opens = opens(life, message.touch(), day);
    double leaves = unsubscribes(life, day);
    life.message(day);
    if (dice.happens(opens)) {
      open(message, at.plusSeconds((long) delay(dice, 5_400)), dice);
    }
    if (dice.happens(leaves)) {
      say(EventTypes.UNSUBSCRIBED, at.plusSeconds((long) delay(dice, 7_000)), message);
      life.mail = false;
    } else if (dice.happens(COMPLAINS)) {
      say(EventTypes.COMPLAINED, at.plusSeconds((long) delay(dice, 7_000)), message);
    }
  }

  /// Most answer soon, some days later.
  private static double delay(Dice dice, double medianSeconds) {
    return Math.min(3 * 86_400, 20 + medianSeconds * Math.exp(1.3 * dice.normal()));
  }

  private void open(Message message, Instant at, Dice dice) {
    say(EventTypes.OPENED, at, message);
    int day = shop.season.day(at);
    life.boost = who.boost;
    life.boostUntil = day + Nature.BOOST_DAYS;
    life.offer = Math.max(life.offer(day), message.touch().discount());
    life.offerUntil = day + Nature.OFFER_DAYS;
    if (dice.happens(clicks(life, message.touch()))) {
      Instant clicked = at.plusSeconds(5 + dice.below(90));
      say(EventTypes.CLICKED, clicked, message);
      come(clicked.plusSeconds(4), message, dice);
    }
  }

  private void come(Instant at, Message message, Dice dice) {
    if (life.alive) {
      new Visit(shop, life, shop.season.day(at), at, false, dice, sink)
          .because(message.decision())
          .happen();
    }
  }

  private void say(String type, Instant at, Message message) {
    Voice voice = Voice.of(life, shop, sink);
    voice.say(
        voice
            .event(type, at)
            .decision(message.decision())
            .properties(message.properties())
            .property(EventProperties.CHANNEL, message.touch().channel()));
  }
}
