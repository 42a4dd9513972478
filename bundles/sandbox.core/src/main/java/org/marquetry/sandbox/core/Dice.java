package org.marquetry.sandbox.core;

/// A stream of random numbers that belongs to one thing (a customer's day, a customer's traits):
/// its numbers depend on the thing's keys only, so things may be worked on in any order.
///
/// SplitMix64 (Steele, Lea and Flood, 2014): good enough for behaviour, one multiplication or two a
/// number.
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  Dice(long seed, long first, long second) {
    state = mix(mix(mix(seed + GOLDEN) ^ first) + GOLDEN * (second + 1));
  }

  static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// A key made of a text, the same in every process.
  static long key(String text) {
    long key = 1_125_899_906_842_597L;
    for (int i = 0; i < text.length(); i++) {
      key = 31 * key + text.charAt(i);
    }
    return mix(key);
  }

  private long next() {
    state += GOLDEN;
    return mix(state);
  }

  /// A key for a stream of its own.
  long key() {
    return next();
  }

  /// In [0, 1).
  double uniform() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  boolean happens(double probability) {
    return uniform() < probability;
  }

  /// In [0, bound).
  int below(int bound) {
    return (int) (uniform() * bound);
  }

  /// Mean 0, standard deviation 1 (Box and Muller).
  double normal() {
    return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  }

  double exponential(double mean) {
    return -mean * Math.log(1 - uniform());
  }

  /// Shape at least 0.1, mean 1 (Marsaglia and Tsang, 2000).
  double gamma(double shape) {
    double lift = shape < 1 ? Math.pow(1 - uniform(), 1 / shape) : 1;
    double d = (shape < 1 ? shape + 1 : shape) - 1 / 3.0;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = normal();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return lift * d * v / shape;
      }
    }
  }

  /// A small whole number with this mean (Knuth).
  int poisson(double mean) {
    double limit = Math.exp(-mean);
    int n = 0;
    for (double product = 1 - uniform(); product > limit; product *= 1 - uniform()) {
      n++;
    }
    return n;
  }

  /// A place of a list of weights that only grow (cumulated), by their shares.
  int pick(double[] cumulated) {
    double wanted = uniform() * cumulated[cumulated.length - 1];
    int low = 0;
    int high = cumulated.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulated[middle] > wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
