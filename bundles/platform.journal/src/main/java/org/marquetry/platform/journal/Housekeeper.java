package org.marquetry.platform.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tidy sealed segments on a thread of its own: write their id files, and move the ids of days past
/// from memory to the filter, or of the oldest files when there are too many.
final class Housekeeper implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Housekeeper.class);

  private final Disk disk;
  private final Path filterFile;
  private final Recovery recovery;
  private final Segments segments;
  private final Committer committer;
  private final JournalOptions options;
  private final Semaphore work = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closing;

  Housekeeper(
      Disk disk,
      Recovery recovery,
      Segments segments,
      Committer committer,
      JournalOptions options) {
    this.disk = disk;
    this.filterFile = recovery.filterFile();
    this.recovery = recovery;
    this.segments = segments;
    this.committer = committer;
    this.options = options;
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
    OldIds before = committer.old();
    OldIds after = aged(before, sealed.stream().filter(s -> isExact(s, before)).toList());
    if (after.through() > before.through()) {
      after.write(disk, filterFile);
      committer.age(after);
    }
  }

  private static boolean isExact(Segment segment, OldIds filter) {
    return segment.header().number() > filter.through();
  }

  /// The filter with the ids of days past; when there are too many others, with the oldest until
  /// half of what may be is left.
  private OldIds aged(OldIds before, List<Segment> exact) throws IOException {
    long cutoff = recovery.today() - options.exactDays();
    long ids = 0;
    for (Segment segment : exact) {
      ids += IdFile.of(segment).count();
    }
    long most = ids > options.exactMost() ? options.exactMost() / 2 : Long.MAX_VALUE;
    OldIds after = before;
    for (Segment segment : exact) {
      if (closing || (segment.header().day() >= cutoff && ids <= most)) {
        break;
      }
      ids -= IdFile.of(segment).count();
      after = after.with(segment.header().number(), ids(segment));
    }
    return after;
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
