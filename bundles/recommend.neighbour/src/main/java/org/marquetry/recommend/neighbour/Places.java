package org.marquetry.recommend.neighbour;

import java.util.Arrays;
import org.marquetry.recommend.spi.Interactions;

/// All histories one behind the other, each in the order of time, and where each item stands.
///
/// @param item the item of a place; the places of user `u` are `[start[u], start[u + 1])`
/// @param user the user of a place
/// @param of the places of item `i`, ascending, are `of[first[i]]` to `of[first[i + 1] - 1]`
@SuppressWarnings("ArrayRecordComponent") // never leaves this package
record Places(int[] start, int[] item, int[] user, int[] first, int[] of) {
  static Places of(Interactions data) {
    return latest(data, Integer.MAX_VALUE);
  }

  /// The same of the latest items of each history only.
  ///
  /// @param most how many of each
  static Places latest(Interactions data, int most) {
    int size = 0;
    for (int u = 0; u < data.users(); u++) {
      size = Math.addExact(size, (int) Math.min(most, data.start(u + 1) - data.start(u)));
    }
    int[] start = new int[data.users() + 1];
    int[] item = new int[size];
    int[] user = new int[size];
    int[] first = new int[data.items() + 1];
    for (int u = 0; u < data.users(); u++) {
      int[] all = data.sequence(u);
      int[] history = Arrays.copyOfRange(all, Math.max(0, all.length - most), all.length);
      System.arraycopy(history, 0, item, start[u], history.length);
      start[u + 1] = start[u] + history.length;
      Arrays.fill(user, start[u], start[u + 1], u);
      for (int i : history) {
        first[i + 1]++;
      }
    }
    Arrays.parallelPrefix(first, Integer::sum);
    int[] next = first.clone();
    int[] of = new int[size];
    for (int place = 0; place < size; place++) {
      of[next[item[place]]++] = place;
    }
    return new Places(start, item, user, first, of);
  }

  int items() {
    return first.length - 1;
  }

  /// How many users have a history.
  int users() {
    int users = 0;
    for (int u = 0; u + 1 < start.length; u++) {
      users += start[u + 1] > start[u] ? 1 : 0;
    }
    return users;
  }

  /// How often an item stands anywhere.
  int count(int i) {
    return first[i + 1] - first[i];
  }
}
