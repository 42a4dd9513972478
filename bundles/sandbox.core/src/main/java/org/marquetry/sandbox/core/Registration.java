package org.marquetry.sandbox.core;

import java.time.Instant;
import java.util.Locale;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;

/// What a customer tells about itself when it comes first. Some things are missing or wrong, as in
/// any shop.
final class Registration {
  private static final long TRUTH = 31_415L;
  private static final double TWICE = 0.01;
  private static final double WRONG_ADDRESS = 0.012;
  private static final double MISSING = 0.03;
  private static final double WRONG_YEAR = 0.008;

  private final Shopper who;
  private final Shopper person; // who it really is: some register a second time
  private final Dice dice;

  Registration(Shopper who, Shop shop) {
    this.who = who;
    dice = new Dice(TRUTH, who.place, 1);
    person = who.place > 0 && dice.happens(TWICE) ? new Shopper(dice.below(who.place), shop) : who;
  }

  /// Whether mail to its address arrives.
  static boolean hasRightAddress(Shopper who) {
    return !new Dice(TRUTH, who.place, 3).happens(WRONG_ADDRESS);
  }

  /// Tell it, and perhaps agree to messages.
  void tell(Voice voice, Life life, Instant at, Dice chance) {
    voice.say(filled(voice.event(EventTypes.CUSTOMER_CHANGED, at)));
    life.mail = chance.happens(Nature.CONSENT);
    if (life.mail) {
      voice.say(
          voice
              .event(EventTypes.CONSENTED, at.plusSeconds(5))
              .property(EventProperties.CHANNEL, "email"));
    }
  }

  private Event.Builder filled(Event.Builder event) {
    People people = person.people;
    Dice own = new Dice(TRUTH, person.place, 2);
    String name =
        people.name(own.below(people.families().size()), own.below(people.given().size()));
    String mail = mail(person);
    event
        .property(EventProperties.NAME, name)
        .property(EventProperties.EMAIL, hasRightAddress(who) ? mail : mail.replace("@", ""))
        .property(EventProperties.LANGUAGE, people.language())
        .property(EventProperties.COUNTRY, people.country());
    if (!dice.happens(MISSING)) {
      event.property(EventProperties.CITY, people.cities().get(person.city));
    }
    double age = 36 + 12 * own.normal();
    if (!dice.happens(MISSING)) {
      int year = dice.happens(WRONG_YEAR) ? 1900 : 2026 - (int) Math.clamp(age, 16, 90);
      event.property(EventProperties.BIRTH_YEAR, Integer.toString(year));
    }
    if (own.happens(0.6)) {
      event.property(EventProperties.PHONE, phone(own));
    }
    if (own.happens(0.7)) {
      event.property(EventProperties.GENDER, own.happens(0.62) ? "female" : "male");
    }
    return event;
  }

  private static String mail(Shopper person) {
    return person.id().toLowerCase(Locale.ROOT) + "@customer.example";
  }

  /// Country code 999 is nobody's: such a number never rings.
  private static String phone(Dice own) {
    int number = own.below(100_000_000);
    return "+999 %04d %04d".formatted(number / 10_000, number % 10_000);
  }
}
