package org.marquetry.data.intake;

import java.util.Locale;
import org.marquetry.data.api.Finding.Kind;

/// Why a row was not loaded as it is. The code is the name in lower case with hyphens.
enum Reason {
  WRONG_FIELD_COUNT(Kind.REJECTED, "the row has more or fewer fields than the others"),
  QUOTE_BROKEN(Kind.REJECTED, "a quote is not closed, or stands inside a value"),
  WRONG_LETTERS(Kind.REJECTED, "the row holds letters that the encoding does not know"),
  FIELD_TOO_LONG(Kind.REJECTED, "a field has more than 1,000,000 characters"),
  JSON_MALFORMED(Kind.REJECTED, "the line is not a JSON object"),
  ID_MISSING(Kind.REJECTED, "the row has no identifier"),
  ID_TOO_LONG(Kind.REJECTED, "an identifier has more than 64 bytes"),
  ID_ODD(Kind.REJECTED, "an identifier holds control characters or is a formula"),
  CURRENCY_UNKNOWN(Kind.REJECTED, "the currency is no code of ISO 4217"),
  TIME_MISSING(Kind.REJECTED, "the row has no time"),
  TIME_UNREADABLE(Kind.REJECTED, "the time cannot be read"),
  TIME_IN_FUTURE(Kind.REJECTED, "the time lies in the future"),
  TIME_BEFORE_1970(Kind.REJECTED, "the time lies before 1970"),
  AMOUNT_UNREADABLE(Kind.REJECTED, "the amount is not a number"),
  AMOUNT_ABSURD(Kind.REJECTED, "the amount is beyond 10,000,000,000"),
  PRICE_NEGATIVE(Kind.REJECTED, "the price is negative though nothing came back"),
  QUANTITY_UNREADABLE(Kind.REJECTED, "the quantity is not a number"),
  QUANTITY_ZERO(Kind.REJECTED, "quantity and amount are zero: nothing was bought"),
  QUANTITY_ABSURD(Kind.REJECTED, "the quantity is beyond 10,000,000"),
  WEIGHT_UNREADABLE(Kind.REJECTED, "the rating is not a number"),
  DUPLICATE(Kind.REJECTED, "the same row stands before it"),
  DUPLICATE_ID(Kind.REJECTED, "the same identifier stands before it; the first row counts"),
  CUSTOMER_MISSING(
      Kind.FLAGGED, "nobody is named: kept as an anonymous purchase or visit, in no profile"),
  REPEATED_ROW(
      Kind.FLAGGED,
      "the same row stands before it; kept, since nothing tells one purchase from another"),
  RETURN_UNMATCHED(Kind.FLAGGED, "something came back that no earlier order line explains"),
  OUTLIER_QUANTITY(Kind.FLAGGED, "the quantity is more than ten times the 99th percentile"),
  OUTLIER_AMOUNT(Kind.FLAGGED, "the amount is more than ten times the 99th percentile"),
  PRICE_UNREADABLE(Kind.REPAIRED, "the price is not a number or negative: left out"),
  DATE_UNREADABLE(Kind.REPAIRED, "a date cannot be read: left out");

  private final Kind kind;
  private final String meaning;

  Reason(Kind kind, String meaning) {
    this.kind = kind;
    this.meaning = meaning;
  }

  Kind kind() {
    return kind;
  }

  String meaning() {
    return meaning;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Reason of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
