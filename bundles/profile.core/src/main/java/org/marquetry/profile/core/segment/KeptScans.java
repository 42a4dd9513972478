package org.marquetry.profile.core.segment;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Who met rows of late on one board, brought up to date by looking only at customers who changed.
final class KeptScans {
  private static final int MOST = 256;
  private static final int FEW = 8; // brought up to date while less than one in so many changed

  private final Map<Object, Kept> kept = new LinkedHashMap<>(16, 0.75f, true); // guarded by itself
  private final Deque<Change> changes = new ArrayDeque<>(); // the oldest first
  private long since; // all changes after this version stand there
  private int changed;

  /// Who met a row, when the board had a version.
  private static final class Kept {
    private final long version;
    private final long[] met;

    Kept(long version, long[] met) {
      this.version = version;
      this.met = met;
    }
  }

  /// Who changed when the board got a version.
  private static final class Change {
    private final long version;
    private final int[] customers;

    Change(long version, int[] customers) {
      this.version = version;
      this.customers = customers;
    }
  }

  /// Forget everything; for the thread that changes the board.
  void clear(long version) {
    synchronized (kept) {
      kept.clear();
    }
    changes.clear();
    changed = 0;
    since = version;
  }

  /// Take note of who changed; for the thread that changes the board.
  ///
  /// @param version that the board has from now on
  /// @param size customers of the board
  void changed(long version, int[] customers, int size) {
    changes.add(new Change(version, customers));
    changed += customers.length;
    while (changed * FEW > size && !changes.isEmpty()) {
      Change oldest = changes.remove();
      changed -= oldest.customers.length;
      since = oldest.version;
    }
  }

  /// Who meets a row, 64 customers in each long. The answer is not to be changed.
  long[] met(Scan scan, Board board) {
    if (!scan.isKept()) {
      return scan.run(board);
    }
    @Nullable Kept found;
    synchronized (kept) {
      found = kept.get(scan.key());
    }
    if (found != null && found.version == board.version()) {
      return found.met;
    }
    long[] met =
        found != null && found.version >= since ? patched(found, scan, board) : scan.run(board);
    synchronized (kept) {
      kept.put(scan.key(), new Kept(board.version(), met));
      if (kept.size() > MOST) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return met;
  }

  private long[] patched(Kept found, Scan scan, Board board) {
    long[] met = Arrays.copyOf(found.met, board.words());
    IntPredicate test = scan.test(board);
    for (Change change : changes) {
      if (change.version > found.version) {
        for (int c : change.customers) {
          long bit = 1L << c;
          met[c >> 6] = test.test(c) ? met[c >> 6] | bit : met[c >> 6] & ~bit;
        }
      }
    }
    return met;
  }
}
