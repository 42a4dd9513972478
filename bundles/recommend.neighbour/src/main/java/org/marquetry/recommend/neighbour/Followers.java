package org.marquetry.recommend.neighbour;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Supplier;
import org.marquetry.lib.model.Fingerprint;
import org.marquetry.lib.model.Kept;
import org.marquetry.lib.model.Popularity;
import org.marquetry.platform.api.compute.ComputePool;

/// For each item those that it speaks for, with how much it says for them.
///
/// @param item followers of item `i`, ascending, at `[start[i], start[i + 1])`
/// @param weight above 0
@SuppressWarnings("ArrayRecordComponent") // never leaves this package
record Followers(int[] start, int[] item, float[] weight) {
  private static final int ITEMS_A_PIECE = 64;

  /// Finds the followers of one item after the other; for one thread.
  interface Counter {
    Row of(int item);
  }

  /// The followers of one item.
  ///
  /// @param item ascending
  @SuppressWarnings("ArrayRecordComponent") // never leaves this package
  record Row(int[] item, float[] weight) {}

  /// Find them all. Each item by itself, so any number of threads gives the same bits.
  ///
  /// @param counters makes one for a thread
  static Followers of(int items, Supplier<? extends Counter> counters, ComputePool pool) {
    Row[] rows = new Row[items];
    pool.parallel(
        (items + ITEMS_A_PIECE - 1) / ITEMS_A_PIECE,
        piece -> {
          Counter counter = counters.get();
          int from = piece * ITEMS_A_PIECE;
          for (int i = from; i < Math.min(items, from + ITEMS_A_PIECE); i++) {
            rows[i] = counter.of(i);
          }
        });
    return joined(rows);
  }

  private static Followers joined(Row[] rows) {
    int[] start = new int[rows.length + 1];
    for (int i = 0; i < rows.length; i++) {
      start[i + 1] = Math.addExact(start[i], rows[i].item.length);
    }
    int[] item = new int[start[rows.length]];
    float[] weight = new float[item.length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i].item, 0, item, start[i], rows[i].item.length);
      System.arraycopy(rows[i].weight, 0, weight, start[i], rows[i].item.length);
    }
    return new Followers(start, item, weight);
  }

  /// What one item says for another; 0 when nothing.
  float weight(int from, int to) {
    int at = Arrays.binarySearch(item, start[from], start[from + 1], to);
    return at < 0 ? 0 : weight[at];
  }

  /// The fingerprint of a model of them.
  String print(Popularity popular) {
    Fingerprint print = new Fingerprint();
    for (int i = 0; i + 1 < start.length; i++) {
      print.put(popular.users(i));
      print.put(start[i + 1]);
    }
    for (int k = 0; k < item.length; k++) {
      print.put(item[k]);
      print.put(weight[k]);
    }
    return print.end();
  }

  void write(DataOutput to) throws IOException {
    Kept.write(start, to);
    Kept.write(item, to);
    Kept.write(weight, to);
  }

  static Followers read(DataInput from, int items) throws IOException {
    int[] start = Kept.ints(from, items + 1);
    int all = start[items];
    return new Followers(start, Kept.ints(from, all), Kept.floats(from, all));
  }
}
