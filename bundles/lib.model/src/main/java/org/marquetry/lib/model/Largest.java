package org.marquetry.lib.model;

import java.util.Optional;
import org.marquetry.recommend.spi.Contribution;

/// The past item that adds most to a score, and its share of all that speak for it. For one thread.
public final class Largest {
  private int item = -1;
  private double largest;
  private double sum;

  /// Look at what a past item adds; nothing and less speak for nothing.
  public void offer(int pastItem, double adds) {
    if (adds > 0) {
      sum += adds;
    }
    if (adds > largest) {
      largest = adds;
      item = pastItem;
    }
  }

  /// The first of those that add most; empty when none adds anything.
  public Optional<Contribution> found() {
    return item < 0
        ? Optional.empty()
        : Optional.of(new Contribution(item, largest, largest / sum));
  }
}
