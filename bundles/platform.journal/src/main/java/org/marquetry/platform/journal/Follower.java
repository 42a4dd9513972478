package org.marquetry.platform.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.ProviderMissing;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.api.journal.JournalListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serve one listener on a thread of its own: read on from its cursor, call it, keep the cursor.
final class Follower {
  private static final Logger log = LoggerFactory.getLogger(Follower.class);
  private static final long SAVE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long LONGEST_REST = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(10);

  private final String name;
  private final JournalListener listener;
  private final CursorFile file;
  private final Segments segments;
  private final Past past;
  private final Supplier<Tail> tail;
  private final long[] cursor;
  private final Thread thread;
  private final ReentrantLock stepping = new ReentrantLock(); // held from a read to its delivery
  private Segment segment;
  private long position;
  private long savedAt = System.nanoTime();
  private boolean unsaved;
  private long pause = FIRST_PAUSE;
  private long rest;
  private volatile boolean idle;
  private volatile boolean stopping;

  Follower(
      String name,
      JournalListener listener,
      CursorFile file,
      Segments segments,
      Past past,
      Supplier<Tail> tail)
      throws IOException {
    this.name = name;
    this.listener = listener;
    this.file = file;
    this.segments = segments;
    this.past = past;
    this.tail = tail;
    this.cursor = file.read(tail.get().next().partitions());
    this.segment = firstSegment();
    this.position = segment.header().size();
    this.thread =
        Thread.ofVirtual()
            .name("journal-follower-" + name)
            .unstarted(() -> Actor.SYSTEM.run(this::run));
  }

  /// The file where the slowest partition's cursor stands.
  private Segment firstSegment() {
    List<Segment> all = segments.all();
    Segment first = all.getLast();
    for (int p = 0; p < cursor.length; p++) {
      Segment holding = cursor[p] < past.begin(p) ? all.getFirst() : segments.holding(p, cursor[p]);
      if (holding.header().number() < first.header().number()) {
        first = holding;
      }
    }
    return first;
  }

  JournalListener listener() {
    return listener;
  }

  void start() {
    thread.start();
  }

  /// The number of the file that is being read; later ones are still to come.
  long reading() {
    return segment.header().number();
  }

  void wake() {
    if (idle) {
      LockSupport.unpark(thread);
    }
  }

  /// Wait until what was read before this call has been handed over.
  void awaitStep() {
    stepping.lock();
    try {
      log.trace("Nothing is on its way to journal listener {}", name);
    } finally {
      stepping.unlock();
    }
  }

  /// End the thread; a call that runs is waited for.
  void stop() {
    stopping = true;
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stopping) {
      try {
        boolean moved = lockedStep();
        pause = FIRST_PAUSE;
        save(false);
        if (!moved) {
          waitForMore();
        } else if (rest > 0) {
          LockSupport.parkNanos(rest);
        }
      } catch (ProviderMissing away) { // its bundle is stopped or being replaced
        log.debug("Journal listener {} is away: {}", name, away.getMessage());
        LockSupport.parkNanos(pause);
      } catch (IOException | RuntimeException e) { // a listener's failure must not end the others
        log.warn("Journal listener {} failed and is called again later", name, e);
        LockSupport.parkNanos(pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
    }
    try {
      save(true);
    } catch (IOException e) {
      log.warn("The cursor of journal listener {} could not be kept; entries come again", name, e);
    }
  }

  private void waitForMore() {
    idle = true;
    Tail now = tail.get();
    if (now.segment() == segment && now.position() == position && !stopping) {
      if (unsaved) {
        LockSupport.parkNanos(SAVE_NANOS);
      } else {
        LockSupport.park(this);
      }
    }
    idle = false;
  }

  /// Hand over what only the archive holds; false when there is no such entry.
  private boolean stepInPast() {
    for (int p = 0; p < cursor.length; p++) {
      if (cursor[p] < past.begin(p)) {
        deliver(Map.of(p, past.read(p, cursor[p], listener.most())));
        return true;
      }
    }
    return false;
  }

  private void deliver(Map<Integer, List<JournalEntry>> entries) {
    listener.acceptAll(entries);
    entries.forEach((partition, some) -> cursor[partition] = some.getLast().offset() + 1);
    unsaved = true;
  }

  private boolean lockedStep() throws IOException {
    stepping.lock();
    try {
      return step();
    } finally {
      stepping.unlock();
    }
  }

  /// Read one batch and hand it over; false when there is nothing more. After one that was not full
  /// it rests as long as the call took, so that a listener for which a call is dear is called less
  /// often and gets more when much comes in.
  private boolean step() throws IOException {
    rest = 0;
    if (stepInPast()) {
      return true;
    }
    Tail now = tail.get();
    long end = Replay.end(now, segment);
    if (position >= end) {
      if (segment == now.segment()) {
        return false;
      }
      segment = segments.after(segment);
      position = segment.header().size();
      return true;
    }
    Map<Integer, List<JournalEntry>> batch = new TreeMap<>();
    int most = listener.most();
    long[] reached = {position};
    int[] count = {0};
    segment.scan(
        position,
        end,
        (at, number, body) -> {
          reached[0] = at + Frame.HEADER + body.remaining();
          while (body.hasRemaining()) {
            FrameRecord record = FrameRecord.next(body);
            if (record.offset() >= cursor[record.partition()]) {
              batch
                  .computeIfAbsent(record.partition(), p -> new ArrayList<>())
                  .add(Replay.entry(segment, at, record));
              count[0]++;
            }
          }
          return count[0] < most;
        });
    if (!batch.isEmpty()) {
      batch.replaceAll((_, some) -> List.copyOf(some));
      long began = System.nanoTime();
      deliver(batch);
      rest = count[0] < most ? Math.min(LONGEST_REST, System.nanoTime() - began) : 0;
    }
    position = reached[0];
    return true;
  }

  private void save(boolean now) throws IOException {
    if (unsaved && (now || System.nanoTime() - savedAt >= SAVE_NANOS)) {
      file.write(cursor);
      unsaved = false;
      savedAt = System.nanoTime();
    }
  }
}
