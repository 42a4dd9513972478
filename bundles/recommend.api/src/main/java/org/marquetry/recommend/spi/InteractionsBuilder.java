package org.marquetry.recommend.spi;

import java.util.Arrays;

/// Collect entries in any order. Not safe for several threads.
public final class InteractionsBuilder {
  /// The largest number of added entries.
  public static final int MAX_ENTRIES = Integer.MAX_VALUE - 8;

  private final int users;
  private final int items;
  private int[] user = new int[1024];
  private int[] item = new int[1024];
  private float[] weight = new float[1024];
  private long[] time = new long[1024];
  private boolean timed;
  private int size;

  InteractionsBuilder(int users, int items) {
    if (users < 1 || items < 1) {
      throw new IllegalArgumentException(
          "interactions need at least one user and one item, got " + users + " and " + items);
    }
    this.users = users;
    this.items = items;
  }

  /// Add an entry; entries of one user and item add up.
  ///
  /// @param weight finite and above 0
  public InteractionsBuilder add(int user, int item, double weight) {
    return add(user, item, weight, 0);
  }

  /// Add an entry that was at some time; of entries of one user and item the latest counts.
  ///
  /// @param weight finite and above 0
  /// @param time in whatever unit, the same for all; what happened later has the larger number
  public InteractionsBuilder add(int user, int item, double weight, long time) {
    if (user < 0 || user >= users || item < 0 || item >= items) {
      throw new IllegalArgumentException(
          "user and item must be below "
              + users
              + " and "
              + items
              + ", got "
              + user
              + " and "
              + item);
    }
    float w = (float) weight;
    if (!(w > 0 && w < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("weight must be finite and above 0, got " + weight);
    }
    if (size == MAX_ENTRIES) {
      throw new IllegalStateException(
          "more than " + MAX_ENTRIES + " interactions: leave out inactive users or old events");
    }
    if (size == this.user.length) {
      int larger = (int) Math.min(MAX_ENTRIES, size * 2L);
      this.user = Arrays.copyOf(this.user, larger);
      this.item = Arrays.copyOf(this.item, larger);
      this.weight = Arrays.copyOf(this.weight, larger);
      this.time = Arrays.copyOf(this.time, larger);
    }
    timed |= time != 0;
    this.time[size] = time;
    this.user[size] = user;
    this.item[size] = item;
    this.weight[size++] = w;
    return this;
  }

  /// Sort, join equal entries, and make the matrix.
  public Interactions build() {
    int[] next = new int[users + 1];
    for (int k = 0; k < size; k++) {
      next[user[k] + 1]++;
    }
    for (int u = 0; u < users; u++) {
      next[u + 1] += next[u];
    }
    int[] begin = next.clone();
    long[] cells =
        new long[size]; // item above, position below: sorts by item, then by time of adding
    for (int k = 0; k < size; k++) {
      cells[next[user[k]]++] = (long) item[k] << 32 | k;
    }
    long[] starts = new long[users + 1];
    int[] joinedItem = new int[size];
    float[] joinedWeight = new float[size];
    long[] joinedTime = new long[timed ? size : 0];
    int n = 0;
    for (int u = 0; u < users; u++) {
      Arrays.sort(cells, begin[u], begin[u + 1]);
      for (int k = begin[u]; k < begin[u + 1]; k++) {
        int i = (int) (cells[k] >>> 32);
        int from = (int) cells[k];
        if (n > starts[u] && joinedItem[n - 1] == i) {
          joinedWeight[n - 1] += weight[from];
          if (timed) {
            joinedTime[n - 1] = Math.max(joinedTime[n - 1], time[from]);
          }
        } else {
          joinedItem[n] = i;
          if (timed) {
            joinedTime[n] = time[from];
          }
          joinedWeight[n++] = weight[from];
        }
      }
      starts[u + 1] = n;
    }
    return new Interactions(
        items,
        starts,
        Arrays.copyOf(joinedItem, n),
        Arrays.copyOf(joinedWeight, n),
        Arrays.copyOf(joinedTime, timed ? n : 0));
  }
}
