package org.marquetry.shop.api;

import java.util.Optional;

/// Names of event properties that the suite itself reads, and what they say. Every other property
/// is kept and shown.
public final class EventProperties {
  /// Number of the order line, from 1; of `ordered`, `returned` and `cancelled`.
  public static final String LINE = "line";

  /// What an order line was reduced by, in minor units; of `ordered`.
  public static final String DISCOUNT_MINOR = "discountMinor";

  /// The share of the price that the message's offer takes away, such as `0.1`; of `sent`.
  public static final String DISCOUNT = "discount";

  /// Stars; of `reviewed`.
  public static final String RATING = "rating";

  /// How likely a program made the event and no person, 0 to 1; of what pages send.
  public static final String BOT_PROBABILITY = "botProbability";

  /// `email`, `sms`, ...; of `consented`, `unsubscribed`, `complained`, `bounced` (left out =
  /// email) and of what was sent. `all` in `unsubscribed` = every channel.
  public static final String CHANNEL = "channel";

  /// What a message is for, of `consented`, `unsubscribed` and of what was sent: `marketing` or
  /// `service`. Left out = marketing; in `unsubscribed` = whatever it is for.
  public static final String PURPOSE = "purpose";

  public static final String MARKETING = "marketing";

  /// Of `bounced`: [#SOFT] when the address may work again. Left out = for good.
  public static final String BOUNCE = "bounce";

  public static final String SOFT = "soft";

  /// Of `sending`, `sent` and `unsent`: the campaign, the part of it, and the how-manieth try, from
  /// 1.
  public static final String CAMPAIGN = "campaignId";

  public static final String STEP = "step";
  public static final String ATTEMPT = "attempt";

  /// Of `unsent`: why, as a stable code.
  public static final String CODE = "code";

  /// Of `productChanged`; the list price is the event's money.
  public static final String TITLE = "title";

  public static final String CATEGORY = "category";
  public static final String SUBCATEGORY = "subcategory";
  public static final String BRAND = "brand";
  public static final String UNIT = "unit";
  public static final String DESCRIPTION = "description";
  public static final String URL = "url";

  /// What the variants of a product share, such as the id of the product that they are variants of.
  public static final String FAMILY = "family";

  /// Of a variant.
  public static final String SIZE = "size";

  public static final String COLOUR = "colour";

  /// Units that can be sold now: a whole number, at least 0.
  public static final String STOCK = "stock";

  /// The shop's `https` address of the product's picture; or the SHA-256 of one that the suite
  /// keeps.
  public static final String PICTURE = "picture";

  /// The address that a kept picture came from.
  public static final String PICTURE_FROM = "pictureFrom";

  /// Of `customerChanged`.
  public static final String NAME = "name";

  public static final String EMAIL = "email";
  public static final String PHONE = "phone";

  /// IETF tag, such as `zh-CN`.
  public static final String LANGUAGE = "language";

  public static final String CITY = "city";
  public static final String COUNTRY = "country";
  public static final String BIRTH_YEAR = "birthYear";
  public static final String GENDER = "gender";

  /// Of `customerChanged`: the zone whose clock the customer lives by, such as `Asia/Shanghai`.
  public static final String TIME_ZONE = "timeZone";

  /// Which import a batch was loaded by, of [EventTypes#BATCH_LOADED] and
  /// [EventTypes#BATCH_UNDONE].
  public static final String BATCH = "batch";

  private EventProperties() {}

  /// What an event says about the consent to marketing by e-mail: `granted` or `refused`; empty
  /// when it says nothing about it.
  public static Optional<String> emailConsent(Event event) {
    String consent =
        switch (event.type()) {
          case EventTypes.CONSENTED -> "granted";
          case EventTypes.UNSUBSCRIBED -> "refused";
          default -> "";
        };
    boolean email = event.properties().getOrDefault(CHANNEL, EMAIL).equals(EMAIL);
    return consent.isEmpty() || !email || !isOfMarketing(event)
        ? Optional.empty()
        : Optional.of(consent);
  }

  /// Whether what an event says about messages holds for marketing.
  public static boolean isOfMarketing(Event event) {
    return event.properties().getOrDefault(PURPOSE, MARKETING).equals(MARKETING);
  }
}
