package org.marquetry.profile.core.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.marquetry.profile.core.live.Trade.Kind;

/// What is left of a customer's order lines after cancellations and returns, whenever these came:
/// the rules of the published view `v1.order_lines`.
final class Kept {
  private Kept() {}

  /// One order line that stands, at least in part.
  ///
  /// @param quantity units kept, above 0
  /// @param minor paid for them, not below 0; [Trade#UNKNOWN] = not said
  record Line(Trade ordered, double quantity, long minor) {}

  /// The lines that stand, in the order of the trades.
  static List<Line> lines(List<Trade> trades) {
    List<Line> lines = new ArrayList<>();
    for (Trade trade : trades) {
      if (trade.is(Kind.ORDERED) && !isCancelled(trade, trades)) {
        double returned = 0;
        long back = 0;
        for (Trade other : trades) {
          if (other.is(Kind.RETURNED) && concerns(other, trade, trades)) {
            returned += Double.isNaN(other.quantity()) ? 0 : other.quantity();
            back += other.minor() == Trade.UNKNOWN ? 0 : other.minor();
          }
        }
        double quantity = (Double.isNaN(trade.quantity()) ? 1 : trade.quantity()) - returned;
        if (!(returned > 0 && quantity <= 0)) {
          lines.add(new Line(trade, Math.max(quantity, 0), net(trade.minor(), back)));
        }
      }
    }
    return lines;
  }

  private static long net(long paid, long back) {
    return paid == Trade.UNKNOWN ? Trade.UNKNOWN : Math.max(paid - back, 0);
  }

  private static boolean isCancelled(Trade line, List<Trade> trades) {
    for (Trade other : trades) {
      if (other.is(Kind.CANCELLED)
          && other.order().equals(line.order())
          && (other.line() == 0 || other.line() == line.line())) {
        return true;
      }
    }
    return false;
  }

  private static boolean concerns(Trade back, Trade line, List<Trade> trades) {
    if (!back.order().equals(line.order())) {
      return false;
    }
    if (back.line() != 0) {
      return back.line() == line.line();
    }
    return Objects.equals(back.product(), line.product()) && isFirst(line, trades);
  }

  /// Whether no line of the same order and product has a smaller number.
  private static boolean isFirst(Trade line, List<Trade> trades) {
    for (Trade other : trades) {
      if (other.is(Kind.ORDERED)
          && other.line() < line.line()
          && other.order().equals(line.order())
          && Objects.equals(other.product(), line.product())) {
        return false;
      }
    }
    return true;
  }
}
