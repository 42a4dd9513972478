package org.marquetry.data.intake;

import java.util.Locale;
import java.util.Optional;

/// What a column can be. The word in `mapping.json` and in the report is the name in lower case
/// with blanks.
enum Meaning {
  CUSTOMER,
  VISITOR,
  SESSION,
  ORDER,
  LINE,
  PRODUCT,
  QUANTITY,
  AMOUNT,
  UNIT_PRICE,
  DISCOUNT,
  TIME,
  CLOCK,
  OFFSET_MS,
  CURRENCY,
  STATUS,
  EVENT_TYPE,
  EVENT_ID,
  RATING,
  WEIGHT,
  TITLE,
  CATEGORY,
  SUBCATEGORY,
  BRAND,
  UNIT,
  DESCRIPTION,
  URL,
  PERSON_NAME,
  EMAIL,
  PHONE,
  LANGUAGE,
  TIME_ZONE,
  CITY,
  COUNTRY,
  BIRTH_YEAR,
  AGE,
  GENDER,
  CONSENT,
  CAMPAIGN,
  CAMPAIGN_NAME,
  CAMPAIGN_KIND,
  START,
  END,
  VARIANT,
  OUTCOME,
  COUPON,
  TEXT,
  SITE,
  KEY,
  ATTRIBUTE,
  UNKNOWN;

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static Optional<Meaning> of(String word) {
    String name = word.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    for (Meaning m : values()) {
      if (m.name().equals(name) || (name.equals("IGNORE") && m == UNKNOWN)) {
        return Optional.of(m);
      }
    }
    return Optional.empty();
  }
}
