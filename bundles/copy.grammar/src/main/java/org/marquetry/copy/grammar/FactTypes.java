package org.marquetry.copy.grammar;

import java.util.Map;
import org.marquetry.copy.api.FactNames;

/// The type of each fact that a grammar may use, and the formats that suit a type.
enum FactTypes {
  TEXT,
  AMOUNT,
  COUNT,
  PERCENT,
  DECIMAL,
  DAY;

  static final Map<String, FactTypes> BY_NAME =
      Map.ofEntries(
          Map.entry(FactNames.PRODUCT_TITLE, TEXT),
          Map.entry(FactNames.PRODUCT_BRAND, TEXT),
          Map.entry(FactNames.PRODUCT_CATEGORY, TEXT),
          Map.entry(FactNames.PRODUCT_PRICE, AMOUNT),
          Map.entry(FactNames.PRODUCT_WAS, AMOUNT),
          Map.entry(FactNames.PRODUCT_SIZE, TEXT),
          Map.entry(FactNames.PRODUCT_MATERIAL, TEXT),
          Map.entry(FactNames.PRODUCT_COLOUR, TEXT),
          Map.entry(FactNames.PRODUCT_RATING, DECIMAL),
          Map.entry(FactNames.PRODUCT_REVIEWS, COUNT),
          Map.entry(FactNames.REASON_PRODUCT, TEXT),
          Map.entry(FactNames.AUDIENCE_CATEGORY, TEXT),
          Map.entry(FactNames.CUSTOMER_NAME, TEXT),
          Map.entry(FactNames.CUSTOMER_ORDERS, COUNT),
          Map.entry(FactNames.CUSTOMER_DAYS_SINCE_LAST_ORDER, COUNT),
          Map.entry(FactNames.OFFER_PERCENT, PERCENT),
          Map.entry(FactNames.OFFER_AMOUNT, AMOUNT),
          Map.entry(FactNames.OFFER_MINIMUM, AMOUNT),
          Map.entry(FactNames.OFFER_CODE, TEXT),
          Map.entry(FactNames.OFFER_ENDS, DAY),
          Map.entry(FactNames.SHOP_NAME, TEXT));

  boolean takes(Format.Kind format) {
    return switch (format) {
      case AS_IS -> true;
      case EXACT, LOWER, CALM, ARTICLE, SHORT -> this == TEXT;
      case COUNTED, SPAN -> this == COUNT;
      case ZHE -> this == PERCENT;
    };
  }
}
