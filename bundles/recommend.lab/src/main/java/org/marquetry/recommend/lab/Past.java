package org.marquetry.recommend.lab;

import java.util.stream.IntStream;
import org.marquetry.recommend.spi.Interactions;

/// What was known before the lists were made: who has a history, and how many users had each item.
final class Past {
  private final Interactions history;
  private final int[] usersOf;
  private final long known;

  Past(Interactions history) {
    this.history = history;
    usersOf = new int[history.items()];
    for (long k = 0; k < history.entries(); k++) {
      usersOf[history.item(k)]++;
    }
    known = IntStream.range(0, history.users()).filter(this::knows).count();
  }

  /// How many items a user had.
  int length(int user) {
    return Math.toIntExact(history.start(user + 1) - history.start(user));
  }

  /// Whether a user has a history.
  boolean knows(int user) {
    return length(user) > 0;
  }

  /// Whether any user had an item.
  boolean isKnown(int item) {
    return usersOf[item] > 0;
  }

  /// The share of the users with a history that had an item, in [0, 1].
  double popularity(int item) {
    return (double) usersOf[item] / known;
  }

  /// Self-information of an item in bits, `-log2` of its popularity; one that nobody had counts as
  /// if one user had it.
  double bits(int item) {
    return Math.log((double) known / Math.max(1, usersOf[item])) / Math.log(2);
  }

  /// The mean popularity of what a user had, at least one item.
  double popularityOfHistory(int user) {
    double sum = 0;
    for (long k = history.start(user); k < history.start(user + 1); k++) {
      sum += popularity(history.item(k));
    }
    return sum / length(user);
  }
}
