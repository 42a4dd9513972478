package org.marquetry.data.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads single values: what is a number, a date, nothing.
final class Values {
  private static final Set<String> NOTHING =
      Set.of("na", "n/a", "#n/a", "null", "\\n", "nan", "-", "(null)", "(none)");
  private static final String AMOUNT =
      "\\d{1,3}([, ' ]\\d{3})+(\\.\\d+)?|\\d+(\\.\\d*)?([eE][+-]?\\d+)?|\\.\\d+";
  private static final String COMMA = "\\d{1,3}(\\.\\d{3})+(,\\d+)?|\\d+,\\d+";
  private static final Pattern NUMBER =
      Pattern.compile(
          "[(]?[-+]?\\s?([$€£¥￥]|[A-Z]{3})?\\s?[-+]?("
              + AMOUNT
              + "|"
              + COMMA
              + ")\\s?([$€£¥￥%元]|[A-Z]{3})?[)]?-?");
  private static final Pattern COMMA_DECIMALS =
      Pattern.compile("[^.]*\\d,\\d{1,2}\\D*|.*\\.\\d{3},\\d+\\D*|\\D*\\d+,\\d{4,}\\D*");

  private Values() {}

  /// The trimmed value, or null when it says that there is none.
  static @Nullable String orNull(@Nullable String raw) {
    if (raw == null) {
      return null;
    }
    String value = raw.strip();
    return value.isEmpty()
            || (value.length() <= 6 && NOTHING.contains(value.toLowerCase(Locale.ROOT)))
        ? null
        : value;
  }

  static boolean number(String value) {
    return value.length() < 40 && NUMBER.matcher(value).matches();
  }

  static boolean commaDecimals(String value) {
    return value.indexOf(',') >= 0 && COMMA_DECIMALS.matcher(value).matches();
  }

  static Optional<DateStyle> dateFormat(String value) {
    if (value.length() < 6 || value.length() > 40) {
      return Optional.empty();
    }
    for (DateStyle style : DateStyle.values()) {
      if (style != DateStyle.SECONDS
          && style != DateStyle.MILLIS
          && style != DateStyle.COMPACT
          && style.matches(value)) {
        return Optional.of(style);
      }
    }
    return Optional.empty();
  }

  /// SQL for an exact number, NULL when unreadable.
  ///
  /// @param column a VARCHAR expression
  /// @param comma the decimal sign is a comma
  static String numberSql(String column, boolean comma) {
    String bare =
        "regexp_replace("
            + column
            + ", '(^|[-(])\\s?[A-Z]{3}\\s?|\\s?[A-Z]{3}$|[$€£¥￥元%'' \\s]', '\\1', 'g')";
    String signed =
        "regexp_replace(regexp_replace("
            + bare
            + ", '^\\((.*)\\)$', '-\\1'), '^(.*\\d)-$', '-\\1')";
    String plain =
        comma
            ? "replace(replace(" + signed + ", '.', ''), ',', '.')"
            : "regexp_replace(" + signed + ", ',(\\d{3})', '\\1', 'g')"; // 12,50 is no number then
    String read = "try_cast(" + plain + " AS DECIMAL(28, 6))";
    // Most exports write plain numbers, and those are read several times faster.
    return comma ? read : "coalesce(try_cast(" + column + " AS DECIMAL(28, 6)), " + read + ")";
  }

  /// SQL for an identifier: `12.0`, as some exports write whole numbers, is 12.
  static String idSql(String column) {
    return "nullif(nullif(CASE WHEN "
        + column
        + " LIKE '%.0' THEN regexp_replace("
        + column
        + ", '^(\\d+)\\.0$', '\\1') ELSE "
        + column
        + " END, 'NONE'), 'None')";
  }
}
