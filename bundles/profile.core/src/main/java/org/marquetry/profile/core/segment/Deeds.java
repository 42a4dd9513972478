package org.marquetry.profile.core.segment;

import java.util.Arrays;
import java.util.BitSet;
import org.marquetry.profile.core.live.Acts;
import org.marquetry.profile.core.live.Lines;

/// What the customers of a board bought and did, laid out for quick reading. Order lines stand in
/// one array, one customer after the other; postings say who did what. Both are as of the moment
/// when they were made: whoever changed since is told apart and looked at alone.
final class Deeds {
  /// Laid out anew when more than one in so many customers changed.
  private static final int FEW = 8;

  private static final int BOUGHT = 0;
  private static final long SECOND = 1_000;

  private final long[] flat;
  private final int[] begin; // where the lines of each customer begin, and where the last ones end
  private final Postings bought;
  private final Postings done;
  private final BitSet changed = new BitSet();
  private long[][] own; // lines of those who changed; others have null
  private int changes;

  private Deeds(long[] flat, int[] begin, Postings bought, Postings done, int capacity) {
    this.flat = flat;
    this.begin = begin;
    this.bought = bought;
    this.done = done;
    own = new long[capacity][];
  }

  static Deeds none() {
    return new Deeds(new long[0], new int[1], Postings.NONE, Postings.NONE, 0);
  }

  /// Lay out anew.
  ///
  /// @param customers how many there are
  /// @param products how many product numbers there are
  /// @param acts of each customer
  Deeds anew(int customers, int products, long[][] acts) {
    int[] places = new int[customers + 1];
    for (int c = 0; c < customers; c++) {
      places[c + 1] = places[c] + to(c) - from(c);
    }
    long[] all = new long[places[customers]];
    for (int c = 0; c < customers; c++) {
      System.arraycopy(lines(c), from(c), all, places[c], to(c) - from(c));
    }
    Postings buying =
        Postings.of(
            customers,
            products,
            (c, sink) -> {
              for (int i = places[c]; i < places[c + 1]; i += Lines.WIDTH) {
                sink.add(BOUGHT, Lines.product(all, i), Math.floorDiv(all[i], SECOND));
              }
            });
    Postings acting =
        Postings.of(
            customers,
            products,
            (c, sink) -> {
              for (long act : acts[c]) {
                sink.add(Acts.type(act), Acts.product(act), Acts.seconds(act));
              }
            });
    return new Deeds(all, places, buying, acting, own.length);
  }

  void grow(int capacity) {
    own = Arrays.copyOf(own, capacity);
  }

  /// Take note of a customer who is new or changed.
  void put(int customer, long[] lines) {
    own[customer] = lines;
    if (!changed.get(customer)) {
      changed.set(customer);
      changes++;
    }
  }

  /// Tell whether so many changed that it should be laid out anew.
  boolean isOld(int customers) {
    return (long) changes * FEW > customers;
  }

  /// Who changed.
  BitSet changed() {
    return changed;
  }

  /// The array in which a customer's order lines stand, between [#from] and [#to].
  long[] lines(int customer) {
    long[] mine = own[customer];
    return mine == null ? flat : mine;
  }

  int from(int customer) {
    return own[customer] == null ? begin[customer] : 0;
  }

  int to(int customer) {
    long[] mine = own[customer];
    return mine == null ? begin[customer + 1] : mine.length;
  }

  /// Set the bit of each customer who had bought such a thing when this was laid out.
  ///
  /// @param since seconds since 1970
  void bought(boolean[] about, long since, long[] bits) {
    bought.mark(BOUGHT, about, since, bits);
  }

  /// How often each customer had done it when this was laid out.
  Postings done() {
    return done;
  }
}
