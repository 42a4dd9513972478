package org.marquetry.profile.core.segment;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.marquetry.profile.core.live.Acts;

/// Who did what, by type and product: for each pair of them customers and moments side by side, 8
/// bytes for each deed, so that a row reads the deeds that it asks for and no others. Immutable.
final class Postings {
  private static final int PRODUCT_BITS = Integer.bitCount(Acts.MAX_PRODUCT);
  private static final long LATEST = 0xFFFF_FFFFL; // in the year 2106

  static final Postings NONE = new Postings(new int[0], new int[1], new int[0], new int[0]);

  private final int[] keys; // type and product, ascending
  private final int[] starts; // where the deeds of each key begin, and where the last ones end
  private final int[] customers; // ascending within a key
  private final int[] seconds; // since 1970, without sign; what lies outside is at the ends

  private Postings(int[] keys, int[] starts, int[] customers, int[] seconds) {
    this.keys = keys;
    this.starts = starts;
    this.customers = customers;
    this.seconds = seconds;
  }

  /// Tells the deeds of one customer after the other.
  interface Feed {
    void each(int customer, Sink sink);
  }

  /// Takes a deed.
  interface Sink {
    /// @param at seconds since 1970
    void add(int type, int product, long at);
  }

  /// Sort the deeds of customers.
  ///
  /// @param products how many product numbers there are
  static Postings of(int customers, int products, Feed feed) {
    int[][] places = new int[Acts.MAX_TYPE + 1][]; // by type and product: how many, then where
    for (int c = 0; c < customers; c++) {
      feed.each(
          c,
          (type, product, _) -> {
            if (places[type] == null) {
              places[type] = new int[products];
            }
            places[type][product]++;
          });
    }
    int used = 0;
    for (int[] place : places) {
      for (int p = 0; place != null && p < products; p++) {
        used += place[p] > 0 ? 1 : 0;
      }
    }
    int[] keys = new int[used];
    int[] starts = new int[used + 1];
    int all = place(places, keys, starts);
    int[] who = new int[all];
    int[] when = new int[all];
    for (int c = 0; c < customers; c++) {
      int customer = c;
      feed.each(
          c,
          (type, product, at) -> {
            int place = places[type][product]++;
            who[place] = customer;
            when[place] = (int) Math.clamp(at, 0, LATEST);
          });
    }
    return new Postings(keys, starts, who, when);
  }

  /// Turn how many there are into where they begin; return how many there are in all.
  private static int place(int[][] places, int[] keys, int[] starts) {
    int key = 0;
    int next = 0;
    for (int type = 0; type < places.length; type++) {
      int[] place = places[type];
      for (int p = 0; place != null && p < place.length; p++) {
        if (place[p] > 0) {
          keys[key] = type << PRODUCT_BITS | p;
          starts[key++] = next;
          int many = place[p];
          place[p] = next;
          next += many;
        }
      }
    }
    starts[key] = next;
    return next;
  }

  private int first(int type) {
    int found = Arrays.binarySearch(keys, type << PRODUCT_BITS);
    return found < 0 ? -found - 1 : found;
  }

  private boolean isOf(int key, int type) {
    return key < keys.length && keys[key] >> PRODUCT_BITS == type;
  }

  private boolean isMeant(int key, boolean @Nullable [] about) {
    return about == null || about[keys[key] & Acts.MAX_PRODUCT];
  }

  /// Count the deeds of each customer.
  ///
  /// @param about which products; null = all, and none
  /// @param since seconds since 1970
  /// @param counts to add to
  void count(int type, boolean @Nullable [] about, long since, int[] counts) {
    for (int key = first(type); isOf(key, type); key++) {
      if (isMeant(key, about)) {
        for (int i = starts[key]; i < starts[key + 1]; i++) {
          if ((seconds[i] & LATEST) >= since) {
            counts[customers[i]]++;
          }
        }
      }
    }
  }

  /// Set the bit of each customer with such a deed.
  void mark(int type, boolean @Nullable [] about, long since, long[] bits) {
    for (int key = first(type); isOf(key, type); key++) {
      if (isMeant(key, about)) {
        for (int i = starts[key]; i < starts[key + 1]; i++) {
          if ((seconds[i] & LATEST) >= since) {
            bits[customers[i] >> 6] |= 1L << customers[i];
          }
        }
      }
    }
  }
}
