package org.marquetry.math.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/// Count, mean and spread of numbers seen so far, without keeping them.
///
/// Sums that could cancel are never formed (B. P. Welford, 1962); two halves merge to the same
/// result as the whole within rounding (T. F. Chan, G. H. Golub and R. J. LeVeque, 1979). For use
/// by one thread.
public final class Moments {
  private long count;
  private double mean;
  private double squares;

  /// Start empty.
  public Moments() {}

  private Moments(long count, double mean, double squares) {
    this.count = count;
    this.mean = mean;
    this.squares = squares;
  }

  /// Take all numbers of an array.
  public static Moments of(double... values) {
    Moments moments = new Moments();
    for (double value : values) {
      moments.add(value);
    }
    return moments;
  }

  /// Take a summary that something else computed, such as a query.
  ///
  /// @param count at least 0
  /// @param variance unbiased sample variance, not negative; ignored below two values
  /// @throws IllegalArgumentException if count or variance is negative
  public static Moments of(long count, double mean, double variance) {
    if (count < 0) {
      throw new IllegalArgumentException("count must be >= 0, got " + count);
    }
    if (count > 1 && !(variance >= 0)) {
      throw new IllegalArgumentException("variance must be >= 0, got " + variance);
    }
    return new Moments(count, count == 0 ? 0 : mean, count > 1 ? variance * (count - 1) : 0);
  }

  /// Add one number.
  public void add(double value) {
    count++;
    double distance = value - mean;
    mean += distance / count;
    squares += distance * (value - mean);
  }

  /// Add everything another one has seen.
  public void add(Moments other) {
    if (other.count == 0) {
      return;
    }
    long total = count + other.count;
    double distance = other.mean - mean;
    squares += other.squares + distance * distance * ((double) count * other.count / total);
    mean += distance * other.count / total;
    count = total;
  }

  /// Return how many numbers were seen.
  public long count() {
    return count;
  }

  /// Return the mean, or NaN when nothing was seen.
  public double mean() {
    return count == 0 ? Double.NaN : mean;
  }

  /// Return the unbiased variance, or NaN below two numbers.
  public double variance() {
    return count < 2 ? Double.NaN : squares / (count - 1);
  }

  /// Return the standard deviation, or NaN below two numbers.
  public double deviation() {
    return Math.sqrt(variance());
  }

  /// Return the standard error of the mean, or NaN below two numbers.
  public double standardError() {
    return Math.sqrt(variance() / count);
  }

  /// Return the mean with its interval by Student's t.
  ///
  /// @param level coverage between 0 and 1
  /// @return the whole line as interval when fewer than two numbers were seen
  public Estimate estimate(double level) {
    Levels.require(level);
    if (count < 2) {
      return new Estimate(mean(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level);
    }
    double reach = TDistribution.of(count - 1.0).inverseSurvivalProbability((1 - level) / 2);
    return Estimate.around(mean, reach * standardError(), level);
  }
}
