package org.marquetry.platform.projection;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.platform.api.projection.Projection;
import org.marquetry.platform.api.projection.ProjectionException;
import org.marquetry.platform.api.projection.ProjectionStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One projection that runs: its states, the thread that follows, its snapshots.
///
/// @param <S> the state of one partition
final class Running<S> {
  private static final Logger log = LoggerFactory.getLogger(Running.class);
  private static final Duration WAIT = Duration.ofMillis(200);
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Projection<S> projection;
  private final Journal journal;
  private final Snapshots<S> snapshots;
  private final SnapshotRule rule;
  private final ReentrantLock lock = new ReentrantLock(); // of everything below
  private final List<Folded<S>> parts = new ArrayList<>();
  private final long[] saved;
  private long savedAt = System.nanoTime();
  private final Thread thread;
  private volatile boolean stopping;
  private volatile String failure = "";

  Running(Projection<S> projection, Journal journal, Path home, SnapshotRule rule)
      throws IOException {
    this.projection = projection;
    this.journal = journal;
    this.snapshots = new Snapshots<>(home, projection);
    this.rule = rule;
    this.saved = new long[journal.partitions()];
    this.thread =
        Thread.ofVirtual()
            .name("projection-" + projection.name())
            .unstarted(() -> Actor.SYSTEM.run(this::follow));
  }

  Projection<S> projection() {
    return projection;
  }

  /// Load, replay, publish; then the thread follows.
  void start() throws IOException {
    parts.addAll(load());
    parts.forEach(Folded::publish);
    thread.start();
  }

  /// Each partition from its newest snapshot, caught up.
  private List<Folded<S>> load() throws IOException {
    List<Folded<S>> loaded = new ArrayList<>();
    List<Long> ends = journal.ends();
    for (int p = 0; p < ends.size(); p++) {
      int partition = p;
      Snapshots.Snapshot<S> from =
          snapshots
              .newest(p, ends.get(p))
              .orElseGet(() -> new Snapshots.Snapshot<>(projection.empty(partition), 0));
      saved[p] = from.next();
      loaded.add(new Folded<>(projection, p, from.state(), from.next()));
    }
    catchUp(loaded, ends);
    return loaded;
  }

  private void catchUp(List<Folded<S>> states, List<Long> ends) {
    for (Folded<S> part : states) {
      try {
        part.catchUp(journal, ends.get(part.partition()));
      } catch (RuntimeException e) { // whatever a bundle's fold throws, with the place
        throw new ProjectionException(place(part) + " could not be folded: " + e.getMessage(), e);
      }
    }
  }

  private String place(Folded<S> part) {
    return "projection "
        + projection.name()
        + ", partition "
        + part.partition()
        + ", from offset "
        + part.next();
  }

  private void follow() {
    List<Long> known = List.of();
    while (!stopping) {
      try {
        known = journal.awaitMore(known, WAIT);
        lock.lock();
        try {
          step();
          failure = "";
          saveWhenDue();
        } finally {
          lock.unlock();
        }
      } catch (IOException | RuntimeException e) { // it must not end the thread; health shows it
        failure = e.getMessage() == null ? e.getClass().getName() : e.getMessage();
        log.error("The projection {} does not move and is tried again", projection.name(), e);
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void step() throws IOException {
    if (!failure.isEmpty()) { // a fold that failed may have left half a batch in its state
      List<Folded<S>> loaded = load();
      parts.clear();
      parts.addAll(loaded);
      parts.forEach(Folded::publish);
    }
    for (Folded<S> part : parts) {
      while (!stopping && part.step(journal)) {
        part.publish();
      }
    }
  }

  private void saveWhenDue() throws IOException {
    long changed = 0;
    for (Folded<S> part : parts) {
      changed += part.next() - saved[part.partition()];
    }
    boolean timeUp = System.nanoTime() - savedAt >= rule.time().toNanos();
    if (changed >= rule.entries() || (changed > 0 && timeUp)) {
      save();
    }
  }

  private void save() throws IOException {
    for (Folded<S> part : parts) {
      if (part.next() > saved[part.partition()]) {
        snapshots.save(part.partition(), part.next(), part.state());
        saved[part.partition()] = part.next();
      }
    }
    savedAt = System.nanoTime();
  }

  /// End the thread and write what is not in a snapshot yet.
  void stop() {
    stopping = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
      lock.lock();
      try {
        save();
      } finally {
        lock.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) { // without it, the next start replays more
      log.warn("The last snapshot of projection {} could not be written", projection.name(), e);
    }
  }

  /// Fold anew beside the live states, then publish the new ones in one go.
  void rebuild() throws IOException {
    List<Folded<S>> anew = new ArrayList<>();
    for (int p = 0; p < saved.length; p++) {
      anew.add(new Folded<>(projection, p, projection.empty(p), 0));
    }
    catchUp(anew, journal.ends());
    lock.lock();
    try {
      snapshots.deleteAll();
      Arrays.fill(saved, 0);
      catchUp(anew, parts.stream().map(Folded::next).toList()); // never behind what was published
      parts.clear();
      parts.addAll(anew);
      parts.forEach(Folded::publish);
      save();
    } finally {
      lock.unlock();
    }
  }

  ProjectionStatus status() {
    lock.lock();
    try {
      List<Long> next = parts.stream().map(Folded::next).toList();
      long behind = journal.ends().stream().mapToLong(e -> e).sum();
      behind -= next.stream().mapToLong(n -> n).sum();
      return new ProjectionStatus(
          projection.name(), projection.formatVersion(), next, behind, failure);
    } finally {
      lock.unlock();
    }
  }
}
