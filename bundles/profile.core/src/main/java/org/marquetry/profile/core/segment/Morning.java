package org.marquetry.profile.core.segment;

import java.util.BitSet;
import java.util.List;

/// The customers of a board who changed since the shop's day began, as they were then: so that a
/// rule that nobody saved can be told how many it took when the day began.
final class Morning {
  private final List<String> products;
  private final List<String> types;
  private final BitSet changed = new BitSet();
  private Board former;
  private long day = Long.MIN_VALUE; // epoch day
  private boolean known;

  /// @param products of the board, a list that grows
  /// @param types of the board, a list that grows
  Morning(List<String> products, List<String> types) {
    this.products = products;
    this.types = types;
    former = new Board(products, types);
  }

  long day() {
    return day;
  }

  /// A day begins.
  ///
  /// @param sure whether nothing happened on it yet
  void begin(long today, boolean sure) {
    day = today;
    known = sure;
    changed.clear();
    former = new Board(products, types);
  }

  /// A customer of the board is about to change.
  void changes(Board board, int customer) {
    if (known && !changed.get(customer)) {
      changed.set(customer);
      former.copy(board, customer);
    }
  }

  /// A customer came.
  void came(int customer) {
    if (known) {
      changed.set(customer);
    }
  }

  /// Tell whether it is known how a day began.
  boolean knows(long today) {
    return day == today ? known : day < today; // nothing happened since midnight
  }

  /// Who changed on a day, or came.
  BitSet changed(long today) {
    return day == today ? changed : new BitSet();
  }

  /// Those of them who were there when the day began, as they were.
  Board former(long today) {
    return day == today ? former : new Board(products, types);
  }
}
