package org.marquetry.profile.core.segment;

import java.util.function.IntPredicate;

/// One row of a rule, ready to be held against customers of a board.
interface Scan {
  /// Equal for scans that find the same customers on the same board.
  Object key();

  /// Tell whether the answer may be kept as long as the board does not change.
  default boolean isKept() {
    return true;
  }

  /// How one customer comes out; made once for each run.
  IntPredicate test(Board board);

  /// A bit for each customer of the board: whether the customer meets the row.
  default long[] run(Board board) {
    IntPredicate test = test(board);
    long[] met = new long[board.words()];
    for (int begin = 0; begin < board.size; begin += Long.SIZE) {
      long bits = 0;
      int end = Math.min(board.size, begin + Long.SIZE);
      for (int c = begin; c < end; c++) {
        if (test.test(c)) {
          bits |= 1L << c;
        }
      }
      met[begin >> 6] = bits;
    }
    return met;
  }
}
