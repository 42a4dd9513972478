package org.marquetry.recommend.spi;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Who had to do with what, and how strongly: a sparse matrix of users and items in compressed
/// rows. Immutable.
///
/// Within a row items ascend and occur once. The entries of user `u` have the numbers [`start(u)`,
/// `start(u + 1)`).
public final class Interactions {
  private final int items;
  private final long[] starts;
  private final int[] item;
  private final float[] weight;
  private final long[] time; // empty: nobody said

  Interactions(int items, long[] starts, int[] item, float[] weight, long[] time) {
    this.items = items;
    this.starts = starts;
    this.item = item;
    this.weight = weight;
    this.time = time;
  }

  /// Begin a matrix.
  ///
  /// @param users number of users, at least 1
  /// @param items number of items, at least 1
  public static InteractionsBuilder builder(int users, int items) {
    return new InteractionsBuilder(users, items);
  }

  public int users() {
    return starts.length - 1;
  }

  public int items() {
    return items;
  }

  /// How many entries there are, all users together.
  public long entries() {
    return starts[starts.length - 1];
  }

  /// Number of a user's first entry; `start(users())` is [#entries].
  public long start(int user) {
    return starts[user];
  }

  /// Item of an entry.
  public int item(long entry) {
    return item[Math.toIntExact(entry)];
  }

  /// Strength of an entry, finite and above 0.
  public float weight(long entry) {
    return weight[Math.toIntExact(entry)];
  }

  /// When an entry was, in whatever unit the caller counts; 0 when nobody said.
  public long time(long entry) {
    return time.length == 0 ? 0 : time[Math.toIntExact(entry)];
  }

  /// A user's items in the order of time; of equal times the lower item first.
  public int[] sequence(int user) {
    int from = Math.toIntExact(starts[user]);
    int to = Math.toIntExact(starts[user + 1]);
    if (time.length == 0) {
      return Arrays.copyOfRange(item, from, to);
    }
    return IntStream.range(from, to)
        .boxed()
        .sorted(Comparator.comparingLong((Integer k) -> time[k])) // stable
        .mapToInt(k -> item[k])
        .toArray();
  }

  /// Tell whether a user had an item.
  public boolean has(int user, int item) {
    int from = Math.toIntExact(starts[user]);
    int to = Math.toIntExact(starts[user + 1]);
    return Arrays.binarySearch(this.item, from, to, item) >= 0;
  }

  /// Return one user's row as interactions of their own, for [Model#topFor].
  public Interactions row(int user) {
    int from = Math.toIntExact(starts[user]);
    int to = Math.toIntExact(starts[user + 1]);
    return new Interactions(
        items,
        new long[] {0, to - from},
        Arrays.copyOfRange(item, from, to),
        Arrays.copyOfRange(weight, from, to),
        time.length == 0 ? time : Arrays.copyOfRange(time, from, to));
  }
}
