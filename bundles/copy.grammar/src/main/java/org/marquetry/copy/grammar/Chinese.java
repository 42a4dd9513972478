package org.marquetry.copy.grammar;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Chinese word forms.
final class Chinese {
  private Chinese() {}

  /// Return a count with its measure word; two things are 两, not 2.
  static String counted(long count, String measure) {
    return (count == 2 ? "两" : Long.toString(count)) + measure;
  }

  /// Return a discount as what is left of ten: 20 percent off is 8折, 15 is 8.5折.
  static String discount(double percent) {
    BigDecimal left =
        BigDecimal.valueOf(100 - percent).divide(BigDecimal.TEN, 2, RoundingMode.HALF_EVEN);
    return left.stripTrailingZeros().toPlainString() + "折";
  }

  static String span(long days) {
    if (days < 14) return counted(days, "天");
    if (days < 60) return counted(days / 7, "周");
    if (days < 730) return counted(days / 30, "个月");
    return counted(days / 365, "年");
  }
}
