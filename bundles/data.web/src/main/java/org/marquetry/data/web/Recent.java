package org.marquetry.data.web;

import java.util.ArrayDeque;
import java.util.Deque;

/// What one caller did lately; in memory only. Guarded by itself.
final class Recent {
  private static final int PAGES = 20;
  private static final int GAPS = 5;
  private static final long MINUTE = 60_000;
  private static final long FLEETING = 1_000;

  private final Deque<Long> pages = new ArrayDeque<>(); // when, ms
  private final Deque<Boolean> untouched = new ArrayDeque<>();
  private final Deque<Boolean> fleeting = new ArrayDeque<>();
  private boolean trapped;
  private boolean scriptless;
  private boolean automated;

  synchronized void trapped() {
    trapped = true;
  }

  synchronized void scriptless() {
    scriptless = true;
  }

  synchronized void automated() {
    automated = true;
  }

  synchronized boolean isTrapped() {
    return trapped;
  }

  /// A page was opened.
  ///
  /// @param at milliseconds
  synchronized void page(long at) {
    add(pages, at);
  }

  /// A page was left.
  ///
  /// @param visible how long it was seen, ms
  synchronized void left(boolean touched, long visible) {
    add(untouched, !touched);
    add(fleeting, visible < FLEETING);
  }

  private static <T> void add(Deque<T> last, T value) {
    last.addLast(value);
    if (last.size() > PAGES) {
      last.removeFirst();
    }
  }

  synchronized Signals signals(boolean listed, long now) {
    long lately = pages.stream().filter(t -> t > now - MINUTE).count();
    return new Signals(
        listed ? 1 : 0,
        trapped ? 1 : 0,
        scriptless ? 1 : 0,
        automated ? 1 : 0,
        Math.min(1, lately / (double) Signals.FAST),
        regular(),
        share(untouched),
        share(fleeting));
  }

  /// With fewer than two pages nothing is said: one glance is human.
  private static double share(Deque<Boolean> last) {
    return last.size() < 2
        ? 0
        : last.stream().filter(b -> b).count() / (double) last.size() * evidence(last.size());
  }

  /// Grows with the number of pages: 2 pages count half, 6 and more in full.
  private static double evidence(int pages) {
    return Math.min(1, 0.25 + pages / 8.0);
  }

  /// 1 for equal gaps, 0 from a coefficient of variation of 0.5 on; people are at 1 and above.
  private double regular() {
    if (pages.size() <= GAPS) {
      return 0;
    }
    double sum = 0;
    double squares = 0;
    long before = -1;
    for (long at : pages) {
      if (before >= 0) {
        sum += at - before;
        squares += (double) (at - before) * (at - before);
      }
      before = at;
    }
    int n = pages.size() - 1;
    double mean = sum / n;
    double deviation = Math.sqrt(Math.max(0, squares / n - mean * mean));
    return mean == 0 ? 1 : Math.max(0, 1 - deviation / mean / 0.5);
  }
}
