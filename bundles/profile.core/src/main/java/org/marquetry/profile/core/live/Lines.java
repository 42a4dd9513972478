package org.marquetry.profile.core.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The order lines of a customer that stand, as numbers for quick scans: [#WIDTH] for each line.
public final class Lines {
  /// Numbers of one line: when it was ordered in milliseconds since 1970; order and product; units
  /// kept as the bits of a double; money kept.
  public static final int WIDTH = 4;

  /// Stands for money that is not known or in another currency.
  public static final long UNKNOWN = Trade.UNKNOWN;

  private static final int ORDER_SHIFT = 32;

  private Lines() {}

  /// @param currency what money counts in; null = not known
  public static long[] of(Account account, LiveState state, @Nullable String currency) {
    List<Kept.Line> kept = Kept.lines(account.trades());
    long[] lines = new long[kept.size() * WIDTH];
    Map<String, Integer> orders = new HashMap<>();
    int at = 0;
    for (Kept.Line line : kept) {
      Trade trade = line.ordered();
      String product = trade.product();
      long number = product == null ? 0 : state.productNames.find(product);
      long order = orders.computeIfAbsent(trade.order(), _ -> orders.size());
      String own = trade.currency();
      lines[at++] = trade.at();
      lines[at++] = order << ORDER_SHIFT | number;
      lines[at++] = Double.doubleToRawLongBits(line.quantity());
      lines[at++] = own == null || own.equals(currency) ? line.minor() : UNKNOWN;
    }
    return lines;
  }

  /// The number of the order that the line at an index is of.
  public static int order(long[] lines, int index) {
    return (int) (lines[index + 1] >> ORDER_SHIFT);
  }

  /// The number of the product of the line at an index; 0 = none.
  public static int product(long[] lines, int index) {
    return (int) lines[index + 1];
  }

  /// The units kept of the line at an index.
  public static double quantity(long[] lines, int index) {
    return Double.longBitsToDouble(lines[index + 2]);
  }
}
