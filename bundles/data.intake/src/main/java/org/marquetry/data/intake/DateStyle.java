package org.marquetry.data.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The ways in which dates are written, and how SQL reads each.
enum DateStyle {
  ISO("\\d{4}-\\d{1,2}-\\d{1,2}", "%Y-%m-%d"),
  YEAR_SLASH("\\d{4}/\\d{1,2}/\\d{1,2}", "%Y/%m/%d"),
  YEAR_DOT("\\d{4}\\.\\d{1,2}\\.\\d{1,2}", "%Y.%m.%d"),
  CHINESE("\\d{4}年\\d{1,2}月\\d{1,2}日", "%Y年%m月%d日"),
  COMPACT("(19[7-9]|20\\d)\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])", "%Y%m%d"),
  DAY_DOT("\\d{1,2}\\.\\d{1,2}\\.\\d{4}", "%d.%m.%Y"),
  DAY_MONTH("\\d{1,2}[/-]\\d{1,2}[/-]\\d{4}", "%d/%m/%Y"),
  MONTH_DAY("\\d{1,2}[/-]\\d{1,2}[/-]\\d{4}", "%m/%d/%Y"),
  DAY_MONTH_SHORT("\\d{1,2}[/-]\\d{1,2}[/-]\\d{2}", "%d/%m/%y"),
  MONTH_DAY_SHORT("\\d{1,2}[/-]\\d{1,2}[/-]\\d{2}", "%m/%d/%y"),
  DAY_NAME("\\d{1,2}[- ][A-Za-z]{3}[- ]\\d{4}", "%d-%b-%Y"),
  DAY_NAME_SHORT("\\d{1,2}[- ][A-Za-z]{3}[- ]\\d{2}", "%d-%b-%y"),
  NAME_DAY("[A-Z][a-z]{2} \\d{1,2},? \\d{4}", "%b %d %Y"),
  SECONDS("\\d{9,10}(\\.\\d+)?", ""),
  MILLIS("\\d{12,13}", "");

  private static final String TIME =
      "([ T]+\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?( ?[AaPp][Mm])?("
          + " ?(Z|UTC|[+-]\\d{2}:?\\d{2}))?)?";
  private static final List<String> CLOCKS =
      List.of("", " %H:%M:%S", " %H:%M", " %H:%M:%S.%f", " %I:%M %p", " %I:%M:%S %p");

  /// The time says its zone; much cheaper than a regular expression.
  private static final String OFFSET =
      "strlen(?) > 19 AND (? LIKE '%Z' OR ? LIKE '%UTC' OR ? LIKE '%:%+__:__' OR ? LIKE '%:%-__:__'"
          + " OR ? LIKE '%:%+____' OR ? LIKE '%:%-____')";

  private final Pattern pattern;
  private final String format;

  DateStyle(String date, String format) {
    this.pattern = Pattern.compile(format.isEmpty() ? date : date + TIME);
    this.format = format;
  }

  /// Day and month may be taken for one another.
  boolean swappable() {
    return switch (this) {
      case DAY_MONTH, MONTH_DAY, DAY_MONTH_SHORT, MONTH_DAY_SHORT -> true;
      default -> false;
    };
  }

  boolean matches(String value) {
    return pattern.matcher(value).matches();
  }

  /// SQL for a UTC timestamp, NULL when unreadable.
  ///
  /// @param column a VARCHAR expression
  /// @param zone IANA name of the zone of times without one, without quotes
  String sql(String column, String zone) {
    if (this == SECONDS || this == MILLIS) {
      String factor = this == SECONDS ? "1000000" : "1000";
      return "make_timestamp(CAST(try_cast(" + column + " AS DOUBLE) * " + factor + " AS BIGINT))";
    }
    String value =
        switch (this) {
          case DAY_MONTH, MONTH_DAY, DAY_MONTH_SHORT, MONTH_DAY_SHORT ->
              "replace(" + column + ", '-', '/')";
          case DAY_NAME, DAY_NAME_SHORT ->
              "regexp_replace(" + column + ", '^(\\d+) (\\w+) ', '\\1-\\2-')";
          case NAME_DAY -> "replace(" + column + ", ',', '')";
          case ISO -> "replace(" + column + ", 'T', ' ')";
          default -> column;
        };
    List<String> formats = new ArrayList<>();
    for (String clock : CLOCKS) {
      formats.add("'" + format + clock + "'");
    }
    String local = "try_strptime(" + value + ", [" + String.join(", ", formats) + "])";
    if (this == ISO) {
      local = "coalesce(try_cast(" + column + " AS TIMESTAMP), " + local + ")";
    }
    String utc =
        zone.equals("UTC") ? local : "timezone('UTC', timezone('" + zone + "', " + local + "))";
    return this == ISO
        ? "CASE WHEN "
            + OFFSET.replace("?", column)
            + " THEN timezone('UTC', try_cast("
            + column
            + " AS TIMESTAMPTZ)) ELSE "
            + utc
            + " END"
        : utc;
  }
}
