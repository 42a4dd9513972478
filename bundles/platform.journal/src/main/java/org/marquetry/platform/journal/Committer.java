package org.marquetry.platform.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.journal.Appended;
import org.marquetry.platform.api.journal.JournalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that writes: takes every append that waits, writes them as one frame, syncs once,
/// then answers them all. What comes during a sync is the next group, together with those who were
/// answered and come back at once ([Gathering]).
///
/// The file that grows is filled with zeros some megabytes ahead, so that the sync of a group need
/// not write the file's new size and place too. What stays unused is cut off when the file is
/// sealed and when the journal closes; after a kill the next start does it.
final class Committer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Committer.class);
  private static final int GROUP_BYTES = 1 << 20;
  private static final int RESERVE_BYTES = 4 << 20;
  private static final int NOBODY = -1;

  private final Recovery files;
  private final Disk disk;
  private final Segments segments;
  private final SeenIds seen;
  private final long segmentBytes;
  private final Runnable committed;
  private final Runnable sealed;
  private final Queue<Append> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger(); // in the queue
  private final Gathering gathering = new Gathering();
  private final Thread thread;
  private final Bytes frame = new Bytes(GROUP_BYTES * 2);
  private final ByteBuffer zeros = ByteBuffer.allocateDirect(256 << 10);
  private final List<Append> group = new ArrayList<>();
  private final List<Fingerprint> fresh = new ArrayList<>(); // ids of this group
  private FileChannel channel;
  private boolean halfWritten;
  private long reserved; // the file has zeros on disk from its last frame to here
  private long reserveFrom; // after a failure, not before a frame ends here
  private volatile Tail tail;
  private volatile OldIds old;
  private volatile boolean sealWanted;
  private volatile int enough = NOBODY; // the thread is woken when so many wait
  private volatile boolean closing;
  private volatile boolean ended;

  /// @param committed called after each group that is on disk
  /// @param sealed called when a new file was begun
  Committer(
      Recovery files,
      Disk disk,
      Recovery.Found found,
      SeenIds seen,
      OldIds old,
      long segmentBytes,
      Runnable committed,
      Runnable sealed)
      throws IOException {
    this.files = files;
    this.disk = disk;
    this.segments = found.segments();
    this.tail = found.tail();
    this.reserved = tail.position();
    this.seen = seen;
    this.old = old;
    this.segmentBytes = segmentBytes;
    this.committed = committed;
    this.sealed = sealed;
    this.channel = disk.open(tail.segment().file(), StandardOpenOption.WRITE);
    this.thread = Thread.ofPlatform().daemon().name("journal-committer").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  Tail tail() {
    return tail;
  }

  /// The ids that are no longer kept exactly.
  OldIds old() {
    return old;
  }

  /// How many ids are kept exactly; only while nobody appends.
  int exact() {
    return seen.size();
  }

  /// Let go of exact ids that the filter holds now; takes effect with the next group.
  void age(OldIds now) {
    old = now;
  }

  /// Begin a new file before the next group.
  void seal() {
    sealWanted = true;
    append(new Append(List.of(), old));
  }

  List<Appended> append(Append append) {
    queue.add(append);
    if (waiting.incrementAndGet() == enough) {
      LockSupport.unpark(thread);
    }
    if (ended) {
      refuseAll();
    }
    return append.await();
  }

  @Override
  public void close() throws IOException {
    closing = true;
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
    try {
      if (reserved > tail.position()) {
        cut();
      }
    } catch (IOException e) {
      log.warn("Zeros stay at the end of {}; the next start cuts them", tail.segment().file(), e);
    }
    channel.close();
  }

  private void run() {
    while (!closing || !queue.isEmpty()) {
      await(1, Long.MAX_VALUE);
      gather();
      Append first = take();
      if (first != null) {
        commit(first);
      }
    }
    ended = true;
    refuseAll();
  }

  /// Wait a little for those who were just answered, where that pays.
  private void gather() {
    long patience = gathering.patience();
    if (patience > 0) {
      await(gathering.expected(), patience);
      gathering.waited(waiting.get());
    }
  }

  private @Nullable Append take() {
    Append next = queue.poll();
    if (next != null) {
      waiting.decrementAndGet();
    }
    return next;
  }

  /// Sleep until so many wait, for so long at most.
  private void await(int many, long nanos) {
    long began = System.nanoTime();
    enough = many;
    long left = nanos;
    while (waiting.get() < many && !closing && left > 0) {
      LockSupport.parkNanos(this, left);
      left = nanos - (System.nanoTime() - began);
    }
    enough = NOBODY;
  }

  private void refuseAll() {
    for (Append late = queue.poll(); late != null; late = queue.poll()) {
      late.refuse(new JournalException("the journal is closed; the suite is stopping", null));
    }
  }

  private void commit(Append first) {
    group.clear();
    fresh.clear();
    frame.clear(Frame.HEADER);
    JournalException failure = null;
    try {
      OldIds now = old;
      seen.forgetThrough(now.through());
      prepareFile();
      long[] next = tail.next().toArray();
      for (Append a = first; a != null; a = frame.size() < GROUP_BYTES ? take() : null) {
        if (a.checked().through() == now.through()) {
          group.add(a);
          stage(a, next);
        } else {
          a.checkAgain();
        }
      }
      if (frame.size() > Frame.HEADER) {
        write(next);
      }
    } catch (IOException e) {
      failure = Failures.of(files.folder(), e);
    } catch (RuntimeException | Error e) { // the thread must live on; the callers get the cause
      failure = new JournalException("the append failed: " + e, e);
    }
    if (failure != null) {
      seen.remove(new HashSet<>(fresh));
      undo();
      if (group.isEmpty()) {
        group.add(first);
      }
    }
    answer(failure);
    committed.run();
  }

  /// Answer the group. To wake a thread takes longer than to stage its event, and the next group
  /// waits for this thread: so only the first is woken here, and each wakes two more.
  private void answer(@Nullable JournalException failure) {
    for (int i = group.size() - 1; i >= 0; i--) {
      group.get(i).complete(failure, inGroup(2 * i + 1), inGroup(2 * i + 2));
    }
    if (!group.isEmpty()) {
      group.getFirst().wake();
    }
  }

  private @Nullable Append inGroup(int i) {
    return i < group.size() ? group.get(i) : null;
  }

  /// Mend what a failed write left, and begin a new file when it is time.
  private void prepareFile() throws IOException {
    if (halfWritten) {
      cut();
    }
    Segment segment = tail.segment();
    boolean newDay = files.today() > segment.header().day();
    if (newDay || sealWanted || tail.position() >= segmentBytes) {
      if (reserved > tail.position()) {
        cut();
      }
      Segment next = files.create(segment.header().number() + 1, tail.next(), tail.frame());
      FileChannel opened = disk.open(next.file(), StandardOpenOption.WRITE);
      channel.close();
      channel = opened;
      segments.add(next);
      sealWanted = false;
      sealed.run();
      tail = new Tail(next, next.header().size(), tail.next(), tail.frame());
      reserved = tail.position();
      reserveFrom = 0;
    }
  }

  /// End the file behind its last whole frame.
  private void cut() throws IOException {
    channel.truncate(tail.position());
    channel.force(true);
    reserved = tail.position();
    halfWritten = false;
  }

  /// Have zeros on disk up to an end or beyond. When there is no room for that the frame may still
  /// fit: it goes behind the last one then, and the file grows with it.
  private void reserve(long end) throws IOException {
    if (end <= reserved || end < reserveFrom) {
      return;
    }
    long step = Math.min(RESERVE_BYTES, segmentBytes);
    long to = (end / step + 1) * step;
    try {
      for (long at = Math.max(reserved, tail.position()); at < to; ) {
        zeros.clear().limit((int) Math.min(to - at, zeros.capacity()));
        at += channel.write(zeros, at);
      }
      channel.force(true);
      reserved = to;
    } catch (IOException e) {
      log.warn("No room for {} bytes ahead; the journal's file grows by the group now", step, e);
      channel.truncate(tail.position());
      reserved = tail.position();
      reserveFrom = end + step;
    }
  }

  private void stage(Append append, long[] next) {
    long file = tail.segment().header().number();
    Append.Item[] items = append.items();
    for (int i = 0; i < items.length; i++) {
      Append.Item item = items[i];
      if (item.known() || !seen.add(file, item.fingerprint())) {
        append.answer(i, Appended.refused(item.id(), item.partition()));
      } else {
        fresh.add(item.fingerprint());
        long offset = next[item.partition()]++;
        FrameRecord.write(frame, item.partition(), offset, item.payload());
        append.answer(i, new Appended(item.id(), item.partition(), offset));
      }
    }
  }

  private void write(long[] next) throws IOException {
    Tail before = tail;
    Segment segment = before.segment();
    Frame.seal(frame.array(), frame.size(), before.frame(), segment.header().salt());
    ByteBuffer bytes = ByteBuffer.wrap(frame.array(), 0, frame.size());
    halfWritten = true;
    reserve(before.position() + frame.size());
    while (bytes.hasRemaining()) {
      channel.write(bytes, before.position() + bytes.position());
    }
    long began = System.nanoTime();
    channel.force(false);
    gathering.synced(group.size() + waiting.get(), System.nanoTime() - began);
    halfWritten = false;
    segment.note(before.position(), before.next());
    tail =
        new Tail(segment, before.position() + frame.size(), Offsets.of(next), before.frame() + 1);
  }

  /// Take a failed write back at once where the disk lets us; else the next append tries again.
  private void undo() {
    if (!halfWritten) {
      return;
    }
    try {
      cut();
    } catch (IOException e) {
      log.warn(
          "The journal could not take a failed write back yet; the next append tries again", e);
    }
  }
}
