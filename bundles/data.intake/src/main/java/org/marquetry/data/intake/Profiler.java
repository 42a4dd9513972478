package org.marquetry.data.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Looks at the contents of every column: counts over the whole file, shapes on the sample.
final class Profiler {
  private static final int VALUES = 40;
  private static final double MOSTLY = 0.9;
  private static final Pattern CLOCK = Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2})?( ?[AaPp][Mm])?");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}");
  private static final Pattern URL = Pattern.compile("(?i)(https?://|www\\.).*");
  private static final Pattern POINT = Pattern.compile(".*\\.\\d{1,2}\\D*");
  private static final Pattern NO_DIGITS = Pattern.compile("[^0-9.,eE+-]");

  private final Staging staging;

  Profiler(Staging staging) {
    this.staging = staging;
  }

  List<ColumnProfile> profile(RawTable table, Mapping.FileRule rule) {
    List<ColumnProfile> profiles = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      int c = i; // one at a time: several counts of different values at once take much longer
      staging.each(
          "SELECT count(c%1$d) AS f, count(DISTINCT c%1$d) AS d FROM %2$s"
              .formatted(c, table.table()),
          r -> profiles.add(column(table, c, r.longValue("f"), r.longValue("d"), rule)));
    }
    return profiles;
  }

  /// Look at the sample alone: for a file whose columns are settled, and only how they are written
  /// is open.
  static List<ColumnProfile> sampled(RawTable table, Mapping.FileRule rule) {
    List<ColumnProfile> profiles = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      Set<String> distinct = new HashSet<>();
      long filled = 0;
      for (String[] row : table.sample()) {
        if (row[c] != null) {
          filled++;
          distinct.add(row[c]);
        }
      }
      profiles.add(column(table, c, filled, distinct.size(), rule));
    }
    return profiles;
  }

  private static ColumnProfile column(
      RawTable table, int c, long filled, long distinct, Mapping.FileRule rule) {
    List<String> values = new ArrayList<>();
    for (String[] row : table.sample()) {
      if (row[c] != null) {
        values.add(row[c]);
      }
    }
    Set<String> different = new LinkedHashSet<>();
    int numeric = 0;
    int whole = 0;
    int fractions = 0;
    int clock = 0;
    int email = 0;
    int url = 0;
    int comma = 0;
    int point = 0;
    long words = 0;
    long length = 0;
    double min = Double.NaN;
    double max = Double.NaN;
    for (String v : values) {
      if (different.size() < VALUES) {
        different.add(v.toLowerCase(Locale.ROOT));
      }
      length += v.length();
      words += 1 + v.chars().filter(x -> x == ' ').count();
      if (Values.number(v)) {
        numeric++;
        comma += Values.commaDecimals(v) ? 1 : 0;
        point += v.indexOf('.') >= 0 && POINT.matcher(v).matches() ? 1 : 0;
        double number = plain(v);
        whole += number == Math.rint(number) ? 1 : 0;
        fractions += number != Math.rint(number) ? 1 : 0;
        min = Double.isNaN(min) ? number : Math.min(min, number);
        max = Double.isNaN(max) ? number : Math.max(max, number);
      }
      clock += v.indexOf(':') >= 0 && CLOCK.matcher(v).matches() ? 1 : 0;
      email += v.indexOf('@') >= 0 && EMAIL.matcher(v).matches() ? 1 : 0;
      url += URL.matcher(v).matches() ? 1 : 0;
    }
    double n = Math.max(1, values.size());
    boolean unix = numeric >= MOSTLY * n && !values.isEmpty();
    Optional<DateStyle> date = date(values, unix, min, max, rule);
    return new ColumnProfile(
        c,
        table.columns().get(c),
        table.count(),
        filled,
        distinct,
        numeric / n,
        whole / n,
        fractions / n,
        min,
        max,
        date,
        date.filter(DateStyle::swappable).isPresent()
            && rule.dayFirst().isEmpty()
            && !decided(values),
        clock / n,
        email / n,
        url / n,
        comma > point,
        words / n,
        length / n,
        List.copyOf(different));
  }

  /// Only for the shape; amounts are read exactly in SQL.
  private static double plain(String v) {
    String digits = NO_DIGITS.matcher(v).replaceAll("");
    if (Values.commaDecimals(v)) {
      digits = digits.replace(".", "").replace(',', '.');
    }
    try {
      return Double.parseDouble(digits.replace(",", ""));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static Optional<DateStyle> date(
      List<String> values, boolean numeric, double min, double max, Mapping.FileRule rule) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    for (DateStyle style : DateStyle.values()) {
      boolean plausible =
          switch (style) {
            case SECONDS -> numeric && min >= 631_152_000d && max < 2_524_608_000d;
            case MILLIS -> numeric && min >= 631_152_000_000d && max < 2_524_608_000_000d;
            default -> true;
          };
      boolean dayFirst = style == DateStyle.DAY_MONTH || style == DateStyle.DAY_MONTH_SHORT;
      if (plausible && mostly(style, values) && (!dayFirst || dayFirst(values, rule))) {
        return Optional.of(style);
      }
    }
    return Optional.empty();
  }

  private static boolean mostly(DateStyle style, List<String> values) {
    double others = values.size() - MOSTLY * values.size();
    int other = 0;
    for (String value : values) {
      if (!style.matches(value) && ++other > others) {
        return false;
      }
    }
    return true;
  }

  /// The first number is beyond twelve somewhere, or the mapping says so.
  private static boolean dayFirst(List<String> values, Mapping.FileRule rule) {
    return rule.dayFirst().orElseGet(() -> values.stream().anyMatch(v -> part(v, 0) > 12));
  }

  private static boolean decided(List<String> values) {
    return values.stream().anyMatch(v -> part(v, 0) > 12 || part(v, 1) > 12);
  }

  private static int part(String value, int index) {
    String[] parts = value.split("[/-]", -1);
    return parts.length > index && parts[index].matches("\\d{1,2}")
        ? Integer.parseInt(parts[index])
        : 0;
  }
}
