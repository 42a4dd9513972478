package org.marquetry.data.intake;

import static org.marquetry.data.intake.Meaning.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which meanings a role has columns for, and whether a column's contents allow a meaning.
final class RoleColumns {
  private static final List<Meaning> PRODUCT_FACTS =
      List.of(TITLE, CATEGORY, SUBCATEGORY, BRAND, UNIT, DESCRIPTION, URL);
  private static final List<Meaning> CUSTOMER_FACTS =
      List.of(EMAIL, PHONE, LANGUAGE, TIME_ZONE, CITY, COUNTRY, BIRTH_YEAR, GENDER, CONSENT);
  private static final Set<Meaning> SEVERAL = EnumSet.of(DISCOUNT, ATTRIBUTE, UNKNOWN);

  private RoleColumns() {}

  /// In the order in which columns are given out.
  static List<Meaning> of(Role role) {
    return switch (role) {
      case ORDERS ->
          join(
              List.of(
                  ORDER,
                  CUSTOMER,
                  VISITOR,
                  TIME,
                  CLOCK,
                  PRODUCT,
                  LINE,
                  QUANTITY,
                  AMOUNT,
                  UNIT_PRICE,
                  DISCOUNT,
                  CURRENCY,
                  STATUS,
                  SITE),
              PRODUCT_FACTS,
              CUSTOMER_FACTS);
      case REVIEWS ->
          join(
              List.of(CUSTOMER, VISITOR, PRODUCT, RATING, TIME, CLOCK, TEXT, SITE),
              PRODUCT_FACTS,
              List.of());
      case EVENTS ->
          join(
              List.of(
                  EVENT_ID,
                  EVENT_TYPE,
                  CUSTOMER,
                  VISITOR,
                  SESSION,
                  ORDER,
                  PRODUCT,
                  TIME,
                  CLOCK,
                  OFFSET_MS,
                  QUANTITY,
                  AMOUNT,
                  UNIT_PRICE,
                  CURRENCY,
                  WEIGHT,
                  SITE),
              PRODUCT_FACTS,
              List.of());
      case PRODUCTS -> join(List.of(PRODUCT, KEY), PRODUCT_FACTS, List.of(UNIT_PRICE, CURRENCY));
      case CUSTOMERS -> join(List.of(CUSTOMER, KEY), List.of(PERSON_NAME, AGE), CUSTOMER_FACTS);
      case CAMPAIGNS -> List.of(CAMPAIGN, KEY, CAMPAIGN_NAME, TITLE, CAMPAIGN_KIND, START, END);
      case CAMPAIGN_MEMBERS -> List.of(CAMPAIGN, CUSTOMER, VARIANT, TIME, CLOCK);
      case REDEMPTIONS -> List.of(CUSTOMER, COUPON, CAMPAIGN, PRODUCT, TIME, CLOCK, AMOUNT);
      case POSTS, CONVERSATIONS -> List.of(CUSTOMER, SESSION, TEXT, TIME, CLOCK);
      case OTHER -> List.of();
    };
  }

  private static List<Meaning> join(List<Meaning> a, List<Meaning> b, List<Meaning> c) {
    return java.util.stream.Stream.of(a, b, c).flatMap(List::stream).toList();
  }

  /// Roles that keep the columns they have no meaning for.
  static boolean keepsAttributes(Role role) {
    return role == Role.PRODUCTS || role == Role.CUSTOMERS;
  }

  static boolean several(Meaning meaning) {
    return SEVERAL.contains(meaning);
  }

  static boolean fits(Meaning meaning, ColumnProfile p) {
    if (p.empty()) {
      return false;
    }
    boolean notFlag = !p.binary() || p.rows() < 10;
    return switch (meaning) {
      case CUSTOMER, VISITOR, SESSION, CAMPAIGN, COUPON, EVENT_ID ->
          p.date().isEmpty() && p.fractions() < 0.01 && p.length() <= 64 && p.words() < 4;
      case ORDER ->
          p.date().isEmpty()
              && p.clock() < 0.5
              && p.fractions() < 0.01
              && p.length() <= 64
              && notFlag;
      case PRODUCT -> p.date().isEmpty() && p.fractions() < 0.01 && p.length() <= 64;
      case QUANTITY, AMOUNT, UNIT_PRICE, DISCOUNT, RATING, WEIGHT, OFFSET_MS, LINE ->
          p.number() && p.clock() < 0.5;
      case TIME, START, END -> p.date().isPresent();
      case CLOCK -> p.clock() >= 0.9;
      case BIRTH_YEAR -> p.date().isPresent() || (p.number() && p.min() >= 1880 && p.max() <= 2050);
      case EMAIL -> p.email() >= 0.5;
      case URL -> p.url() >= 0.5;
      case STATUS, EVENT_TYPE -> p.numeric() < 0.1 && p.distinct() <= 60 && p.words() < 4;
      case TITLE, PERSON_NAME, DESCRIPTION, TEXT, CITY, COUNTRY ->
          p.numeric() < 0.5 && p.date().isEmpty();
      case BRAND, CATEGORY, SUBCATEGORY, UNIT -> p.date().isEmpty() && p.fractions() < 0.5;
      case TIME_ZONE -> p.numeric() < 0.1 && p.distinct() <= 600 && p.length() <= 64;
      case GENDER, CURRENCY -> p.distinct() <= 200 && p.length() <= 12;
      case VARIANT -> p.distinct() <= 20;
      case OUTCOME -> p.binary() || p.number();
      default -> true;
    };
  }
}
