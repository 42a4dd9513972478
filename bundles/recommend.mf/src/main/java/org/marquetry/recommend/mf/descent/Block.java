package org.marquetry.recommend.mf.descent;

/// A part of the matrix: some users, some items, and the present pairs among them.
///
/// @param firstUser its users are `firstUser`, `firstUser + step`, ..., `users` of them
/// @param order its items are `order[itemsFrom]` to `order[itemsTo - 1]`
/// @param user users of the present pairs, at `[from, to)`
/// @param item items of the present pairs, at `[from, to)`
@SuppressWarnings("ArrayRecordComponent") // never leaves this package
record Block(
    int firstUser,
    int step,
    int users,
    int[] order,
    int itemsFrom,
    int itemsTo,
    int[] user,
    int[] item,
    int from,
    int to) {
  int items() {
    return itemsTo - itemsFrom;
  }

  int present() {
    return to - from;
  }

  /// One of its users, by the upper half of random bits.
  int user(long bits) {
    return firstUser + step * (int) (((bits >>> 32) * users) >>> 32);
  }

  /// One of its items, by the lower half of random bits.
  int item(long bits) {
    return order[itemsFrom + (int) (((bits & 0xFFFF_FFFFL) * items()) >>> 32)];
  }
}
