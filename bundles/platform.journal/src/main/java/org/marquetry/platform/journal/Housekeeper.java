package org.marquetry.platform.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tidy sealed segments on a thread of its own: write their id files, and move the ids of days past
/// from memory to the filter.
final class Housekeeper implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Housekeeper.class);

  private final Disk disk;
  private final Path filterFile;
  private final Recovery recovery;
  private final Segments segments;
  private final Committer committer;
  private final int exactDays;
  private final Semaphore work = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closing;

  Housekeeper(Disk disk, Recovery recovery, Segments segments, Committer committer, int exactDays) {
    this.disk = disk;
    this.filterFile = recovery.filterFile();
    this.recovery = recovery;
    this.segments = segments;
    this.committer = committer;
    this.exactDays = exactDays;
    this.thread = Thread.ofVirtual().name("journal-housekeeper").unstarted(this::run);
  }

  void start() {
    thread.start();
    wake();
  }

  void wake() {
    work.release();
  }

  private void run() {
    while (true) {
      work.acquireUninterruptibly();
      work.drainPermits();
      if (closing) {
        return;
      }
      try {
        tidy();
      } catch (IOException | RuntimeException e) { // ids stay exact in memory until it works
        log.warn("The journal could not tidy its old ids; it tries again with the next file", e);
      }
    }
  }

  synchronized void tidy() throws IOException {
    List<Segment> sealed = segments.sealed();
    for (Segment segment : sealed) {
      IdFile ids = IdFile.of(segment);
      if (!ids.exists() && !closing) {
        ids.make(disk, segment);
      }
    }
    long cutoff = recovery.today() - exactDays;
    OldIds before = committer.aged().filter();
    OldIds after = before;
    for (Segment segment : sealed) {
      SegmentHeader header = segment.header();
      if (header.day() < cutoff && header.number() == after.through() + 1 && !closing) {
        after = after.with(header.number(), ids(segment));
      }
    }
    if (after.through() > before.through()) {
      after.write(disk, filterFile);
      committer.age(new Aged(after, exactFrom(after.through(), cutoff)));
    }
  }

  /// The day from which ids stay exact: those that are not in the filter yet, whatever their age.
  private long exactFrom(long through, long cutoff) {
    long from = cutoff;
    for (Segment segment : segments.all()) {
      if (segment.header().number() > through) {
        from = Math.min(from, segment.header().day());
      }
    }
    return from;
  }

  private List<Fingerprint> ids(Segment segment) throws IOException {
    List<Fingerprint> ids = new ArrayList<>();
    IdFile file = IdFile.of(segment);
    if (!file.read(ids::add)) {
      file.make(disk, segment);
      file.read(ids::add);
    }
    return ids;
  }

  @Override
  public void close() {
    closing = true;
    wake();
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
}
