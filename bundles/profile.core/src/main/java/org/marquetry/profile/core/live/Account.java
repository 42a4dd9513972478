package org.marquetry.profile.core.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marquetry.profile.core.live.Trade.Kind;

/// What the fold keeps of one customer. Immutable: readers hold on to one while the fold replaces
/// it.
///
/// @param trades in the order of arrival, lines numbered
/// @param lastActivity last event by the customer, milliseconds since 1970; [#NEVER] = none
/// @param texts what the shop told about the customer, by trait id; also `email`
/// @param totals follow from the trades
/// @param acts what else happened
public record Account(
    List<Trade> trades, long lastActivity, Map<String, String> texts, Totals totals, Acts acts) {
  public static final long NEVER = Long.MIN_VALUE;
  static final Account NEW = of(List.of(), NEVER, Map.of(), Acts.NONE);

  static Account of(List<Trade> trades, long lastActivity, Map<String, String> texts, Acts acts) {
    return new Account(
        List.copyOf(trades), lastActivity, Map.copyOf(texts), Totals.of(trades), acts);
  }

  /// Collects what a batch brings for one customer.
  static final class Edit {
    private final Totals totals;
    private final List<Trade> trades;
    private final Map<String, String> texts;
    private long lastActivity;
    private boolean traded;
    private final Acts acts;
    private long[] came = new long[4];
    private int length;
    private long received;

    Edit(Account before) {
      acts = before.acts;
      received = acts.received();
      totals = before.totals;
      trades = new ArrayList<>(before.trades);
      texts = new TreeMap<>(before.texts);
      lastActivity = before.lastActivity;
    }

    /// Add a trade; an order line without a number gets the next one of its order, one that is
    /// there already is left as it came first.
    void trade(Trade trade) {
      if (trade.is(Kind.ORDERED) && trade.line() != 0 && isThere(trade)) {
        return;
      }
      trades.add(trade.is(Kind.ORDERED) && trade.line() == 0 ? trade.withLine(next(trade)) : trade);
      traded = true;
    }

    private boolean isThere(Trade trade) {
      for (Trade other : trades) {
        if (other.is(Kind.ORDERED)
            && other.line() == trade.line()
            && other.order().equals(trade.order())) {
          return true;
        }
      }
      return false;
    }

    private int next(Trade trade) {
      int last = 0;
      for (Trade other : trades) {
        if (other.is(Kind.ORDERED) && other.order().equals(trade.order())) {
          last = Math.max(last, other.line());
        }
      }
      return last + 1;
    }

    void active(long at) {
      lastActivity = Math.max(lastActivity, at);
    }

    void text(String trait, String value) {
      texts.put(trait, value);
    }

    void act(long act) {
      if (length == came.length) {
        came = Arrays.copyOf(came, 2 * length);
      }
      came[length++] = act;
    }

    /// Something of the customer was received, seconds since 1970.
    void received(long at) {
      received = Math.max(received, at);
    }

    Account done() {
      return new Account(
          List.copyOf(trades),
          lastActivity,
          Map.copyOf(texts),
          traded ? Totals.of(trades) : totals,
          acts.and(came, length, received));
    }
  }
}
