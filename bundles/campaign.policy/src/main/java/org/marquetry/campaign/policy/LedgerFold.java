package org.marquetry.campaign.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.api.projection.Projection;

/// Folds what the journal says about messages and those who get them.
final class LedgerFold implements Projection<LedgerState> {
  private final AtomicReferenceArray<LedgerState> published;
  private final Consumer<String> told;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final long[] next; // guarded by the lock
  private final AtomicInteger anew = new AtomicInteger();

  /// @param told gets each customer of whom something was published
  LedgerFold(int partitions, Consumer<String> told) {
    this.told = told;
    published = new AtomicReferenceArray<>(partitions);
    next = new long[partitions];
  }

  /// What is known of a customer of a partition.
  Known known(int partition, String customer) {
    LedgerState state = published.get(partition);
    return state == null ? Known.NOTHING : state.people.getOrDefault(customer, Known.NOTHING);
  }

  Stream<LedgerState> states() {
    return IntStream.range(0, published.length())
        .mapToObj(published::get)
        .filter(state -> state != null);
  }

  /// Changes when all was folded anew, as after an erasure.
  int anew() {
    return anew.get();
  }

  /// Wait until the fold has come so far.
  ///
  /// @param ends one offset per partition
  /// @return whether it has
  boolean await(List<Long> ends, long millis) throws InterruptedException {
    long left = TimeUnit.MILLISECONDS.toNanos(millis);
    lock.lock();
    try {
      while (IntStream.range(0, next.length).anyMatch(p -> next[p] < ends.get(p))) {
        if (left <= 0) {
          return false;
        }
        left = moved.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String name() {
    return "campaign.ledger";
  }

  @Override
  public int formatVersion() {
    return 1;
  }

  @Override
  public LedgerState empty(int partition) {
    return new LedgerState();
  }

  @Override
  public LedgerState fold(LedgerState state, List<JournalEntry> entries) {
    entries.forEach(entry -> entry.event().ifPresent(state::add));
    return state;
  }

  @Override
  public void write(LedgerState state, OutputStream out) throws IOException {
    LedgerFile.write(state, out);
  }

  @Override
  public LedgerState read(int partition, InputStream in) throws IOException {
    return LedgerFile.read(in);
  }

  @Override
  public void publish(int partition, LedgerState state, long offset) {
    LedgerState before = published.getAndSet(partition, state);
    state.touched().forEach(told);
    state.touched().clear();
    if (before != null && before != state) {
      anew.incrementAndGet();
    }
    lock.lock();
    try {
      next[partition] = offset;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
