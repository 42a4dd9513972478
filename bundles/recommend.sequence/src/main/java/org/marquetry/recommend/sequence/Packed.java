package org.marquetry.recommend.sequence;

import java.util.List;

/// Histories one behind the other, without gaps.
///
/// @param item the item of each row
/// @param place its place in the history; the last of a history has the highest number there is
/// @param start the rows of history `s` are `[start[s], start[s + 1])`
@SuppressWarnings("ArrayRecordComponent") // never leaves this package
record Packed(int[] item, int[] place, int[] start) {
  /// @param length the number of places; no history may be longer
  static Packed of(List<int[]> histories, int length) {
    int[] start = new int[histories.size() + 1];
    for (int s = 0; s < histories.size(); s++) {
      start[s + 1] = start[s] + histories.get(s).length;
    }
    int[] item = new int[start[histories.size()]];
    int[] place = new int[item.length];
    for (int s = 0; s < histories.size(); s++) {
      int[] history = histories.get(s);
      System.arraycopy(history, 0, item, start[s], history.length);
      for (int t = 0; t < history.length; t++) {
        place[start[s] + t] = length - history.length + t;
      }
    }
    return new Packed(item, place, start);
  }

  int histories() {
    return start.length - 1;
  }

  int rows() {
    return item.length;
  }

  /// Rows with those of zeros that kernels need behind the last.
  int padded() {
    return (item.length + 3) & ~3;
  }
}
