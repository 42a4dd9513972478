package org.marquetry.platform.journal;

/// How long a group waits for those who were just answered. They often come back at once; a group
/// that begins without them makes two halves of the callers take turns, each sync carrying one.
///
/// The wait is at most half as long as a sync takes. It is spent only where they do come: after a
/// wait for nothing the next groups begin without one, first one group, then two, then four.
final class Gathering {
  private static final int SHARE = 2;
  private static final int MOST_WITHOUT = 64;
  private static final int SMOOTHING = 8; // syncs

  private int expected = 1;
  private double syncNanos;
  private int without; // groups that begin without a wait after the next wait for nothing
  private int left;

  /// A group is on disk and about to be answered.
  ///
  /// @param callers in it and in the queue
  /// @param nanos how long its sync took
  void synced(int callers, long nanos) {
    expected = callers;
    syncNanos += (nanos - syncNanos) / SMOOTHING;
  }

  /// How many appends the next group waits for.
  int expected() {
    return expected;
  }

  /// How long it waits for them, in nanoseconds.
  long patience() {
    if (left > 0) {
      left--;
      return 0;
    }
    return (long) (syncNanos / SHARE);
  }

  /// The wait is over.
  ///
  /// @param callers that came
  void waited(int callers) {
    if (callers >= expected) {
      without = 0;
    } else {
      without = Math.clamp(2L * without, 1, MOST_WITHOUT);
      left = without;
    }
  }
}
