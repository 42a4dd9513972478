package org.marquetry.platform.journal;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.journal.Appended;
import org.marquetry.platform.api.journal.JournalException;

/// One caller's events on their way to the disk; the caller waits here.
final class Append {
  /// One event, ready to be written.
  static final class Item {
    private final String id;
    private final Fingerprint fingerprint;
    private final int partition;
    private final byte[] payload;
    private final boolean known;

    /// @param known its id was found among the old ones; it is refused
    Item(String id, Fingerprint fingerprint, int partition, byte[] payload, boolean known) {
      this.id = id;
      this.fingerprint = fingerprint;
      this.partition = partition;
      this.payload = payload;
      this.known = known;
    }

    String id() {
      return id;
    }

    Fingerprint fingerprint() {
      return fingerprint;
    }

    int partition() {
      return partition;
    }

    byte[] payload() {
      return payload;
    }

    boolean known() {
      return known;
    }
  }

  private final OldIds checked;
  private final Item[] items;
  private final Appended[] answers;
  private final Thread caller = Thread.currentThread();
  private @Nullable JournalException failure; // published by done
  private boolean stale; // published by done
  private @Nullable Append first; // published by done: to be woken by this caller
  private @Nullable Append second;
  private volatile boolean done;

  /// @param checked the filter of old ids that the items were checked against
  Append(List<Item> items, OldIds checked) {
    this.checked = checked;
    this.items = items.toArray(Item[]::new);
    this.answers = new Appended[items.size()];
  }

  Item[] items() {
    return items;
  }

  OldIds checked() {
    return checked;
  }

  void answer(int i, Appended answer) {
    answers[i] = answer;
  }

  /// Say how it ended, without waking the caller.
  ///
  /// @param wakesFirst another whose caller this caller wakes, and `wakesSecond` too
  void complete(
      @Nullable JournalException why, @Nullable Append wakesFirst, @Nullable Append wakesSecond) {
    if (done) {
      return;
    }
    failure = why;
    first = wakesFirst;
    second = wakesSecond;
    done = true;
  }

  void wake() {
    LockSupport.unpark(caller);
  }

  void refuse(JournalException why) {
    complete(why, null, null);
    wake();
  }

  /// Ids have moved from memory to the filter since the check: the caller checks again.
  void checkAgain() {
    stale = true;
    complete(null, null, null);
    wake();
  }

  /// Tell, after [#await], whether the caller has to check the ids again.
  boolean isStale() {
    return stale;
  }

  /// Wait until the events are on disk. An interrupt does not end the wait, since the events may be
  /// stored already; it is kept for the caller.
  List<Appended> await() {
    boolean interrupted = false;
    while (!done) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    wake(first);
    wake(second);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    JournalException why = failure;
    if (why != null) {
      throw Failures.again(why); // with this caller's own stack
    }
    return stale ? List.of() : List.of(answers);
  }

  private static void wake(@Nullable Append other) {
    if (other != null) {
      other.wake();
    }
  }
}
