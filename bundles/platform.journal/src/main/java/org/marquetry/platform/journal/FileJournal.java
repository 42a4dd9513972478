package org.marquetry.platform.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.CRC32C;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.journal.Appended;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.platform.api.journal.JournalArchive;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.api.journal.JournalListener;
import org.marquetry.shop.api.Event;

/// The journal in one folder of one process.
public final class FileJournal implements Journal, AutoCloseable {
  private static final int MAX_BATCH_BYTES = 16 << 20;
  private static final int MAX_REPLAY = 100_000;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final Path folder;
  private final FolderLock lock;
  private final Disk disk;
  private final Segments segments;
  private final Past past;
  private final Committer committer;
  private final Followers followers;
  private final Housekeeper housekeeper;
  private final Waiters waiters = new Waiters();
  private final Replay replay;
  private final int partitions;

  /// Open the journal in a folder, or make it.
  ///
  /// @throws org.marquetry.platform.api.journal.JournalInUseException if another process has it
  /// @throws org.marquetry.platform.api.journal.JournalCorruptException if stored bytes are damaged
  public static FileJournal open(Path folder, InstantSource clock) throws IOException {
    return open(folder, clock, JournalOptions.DEFAULT, Disk.REAL);
  }

  static FileJournal open(Path folder, InstantSource clock, JournalOptions options, Disk disk)
      throws IOException {
    Files.createDirectories(folder);
    FolderLock lock = FolderLock.take(folder);
    try {
      return new FileJournal(folder, clock, options, disk, lock);
    } catch (IOException | RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  private FileJournal(
      Path folder, InstantSource clock, JournalOptions options, Disk disk, FolderLock lock)
      throws IOException {
    this.folder = folder;
    this.lock = lock;
    this.disk = disk;
    Recovery recovery = new Recovery(folder, disk, clock, options);
    Recovery.Found found = recovery.open();
    OldIds filter = recovery.oldIds(found);
    this.segments = found.segments();
    this.partitions = found.tail().next().partitions();
    this.past = new Past(segments);
    this.replay = new Replay(segments);
    this.committer =
        new Committer(
            recovery,
            disk,
            found,
            recovery.seen(found, filter),
            filter,
            options.segmentBytes(),
            this::wakeFollowers,
            this::wakeHousekeeper);
    this.housekeeper = new Housekeeper(disk, recovery, segments, committer, options);
    this.followers =
        new Followers(folder.resolve("cursors"), disk, segments, past, committer::tail);
    committer.start();
    housekeeper.start();
  }

  private void wakeFollowers() {
    followers.wake();
    waiters.wake();
  }

  private void wakeHousekeeper() {
    housekeeper.wake();
  }

  @Override
  public List<Appended> append(List<Event> events) {
    if (events.size() > MAX_BATCH) {
      throw new IllegalArgumentException(
          "an append takes at most " + MAX_BATCH + " events, got " + events.size());
    }
    if (events.isEmpty()) {
      return List.of();
    }
    while (true) {
      OldIds filter = committer.old();
      Append append = new Append(items(events, filter), filter);
      List<Appended> answers = committer.append(append);
      if (!append.isStale()) {
        return answers;
      }
    }
  }

  private List<Append.Item> items(List<Event> events, OldIds filter) {
    List<Append.Item> items = new ArrayList<>(events.size());
    long bytes = 0;
    for (Event event : events) {
      Append.Item item = item(event, filter);
      items.add(item);
      bytes += item.payload().length;
    }
    if (bytes > MAX_BATCH_BYTES) {
      throw new IllegalArgumentException(
          "an append takes at most " + MAX_BATCH_BYTES + " bytes, got " + bytes);
    }
    return items;
  }

  private Append.Item item(Event event, OldIds filter) {
    Fingerprint id = Fingerprint.of(event.id());
    return new Append.Item(
        event.id(),
        id,
        partition(event.partitionKey(), partitions),
        EventCodec.encode(event),
        filter.perhaps(id) && isOld(event.id(), id, filter.through()));
  }

  private boolean isOld(String id, Fingerprint fingerprint, long through) {
    try {
      return past.contains(id, fingerprint, through);
    } catch (IOException e) {
      throw Failures.reading(folder, e);
    }
  }

  /// The partition of a key: CRC32C of its UTF-8 bytes, modulo their number.
  static int partition(String key, int partitions) {
    CRC32C crc = new CRC32C();
    crc.update(key.getBytes(StandardCharsets.UTF_8));
    return (int) (crc.getValue() % partitions);
  }

  @Override
  public int partition(String key) {
    return partition(key, partitions);
  }

  @Override
  public int partitions() {
    return partitions;
  }

  @Override
  public List<Long> ends() {
    return committer.tail().next().toList();
  }

  @Override
  public List<Long> awaitMore(List<Long> known, Duration atMost) {
    if (atMost.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException(
          "atMost must be at most " + LONGEST_WAIT + ", got " + atMost);
    }
    return waiters.await(this::ends, known, atMost);
  }

  @Override
  public List<JournalEntry> replay(int partition, long from, int limit) {
    Tail tail = committer.tail();
    if (partition < 0 || partition >= partitions) {
      throw new IllegalArgumentException(
          "partition must be in 0.." + (partitions - 1) + ", got " + partition);
    }
    if (limit < 1 || limit > MAX_REPLAY) {
      throw new IllegalArgumentException("limit must be in 1.." + MAX_REPLAY + ", got " + limit);
    }
    long end = tail.next().at(partition);
    if (from < 0 || from > end) {
      throw new IllegalArgumentException("from must be in 0.." + end + ", got " + from);
    }
    if (from == end) {
      return List.of();
    }
    if (from < past.begin(partition)) {
      return past.read(partition, from, limit);
    }
    try {
      return replay.read(tail, partition, from, limit);
    } catch (IOException e) {
      throw Failures.reading(folder, e);
    }
  }

  @Override
  public long erase(Set<String> keys, Set<String> texts) {
    return erase(new Eraser(disk, Eraser.of(keys), new Redaction(texts)));
  }

  @Override
  public long expire(Predicate<Event> gone) {
    return erase(new Eraser(disk, gone, new Redaction(Set.of())));
  }

  private synchronized long erase(Eraser eraser) {
    committer.seal(); // only sealed files can be written anew
    try {
      for (Segment segment : segments.sealed()) {
        eraser.erase(segment);
      }
    } catch (IOException e) {
      throw Failures.of(folder, e);
    }
    followers.awaitStep(); // what was read before may be on its way to a listener
    return eraser.erased();
  }

  @Override
  public synchronized int trim(List<Long> below) {
    if (below.size() != partitions) {
      throw new IllegalArgumentException(
          "below must hold " + partitions + " offsets, got " + below.size());
    }
    int deleted = 0;
    try {
      for (Segment segment : segments.sealed()) {
        if (!mayGo(segment, below)) {
          break;
        }
        segments.remove(segment);
        IdFile.of(segment).delete();
        Files.delete(segment.file());
        deleted++;
      }
    } catch (IOException e) {
      throw Failures.of(folder, e);
    }
    return deleted;
  }

  /// Its ids are in the filter, every listener has read it, the archive is there, and each entry
  /// lies below.
  private boolean mayGo(Segment segment, List<Long> below) {
    long number = segment.header().number();
    if (!past.hasArchive()
        || number > committer.old().through()
        || number >= followers.oldestReading()) {
      return false;
    }
    Offsets end = segments.after(segment).header().base();
    for (int p = 0; p < partitions; p++) {
      if (end.at(p) > below.get(p)) {
        return false;
      }
    }
    return true;
  }

  /// Begin to serve a listener from its cursor.
  public void addListener(JournalListener listener) throws IOException {
    followers.add(listener, Actor.SYSTEM.call(listener::name));
  }

  /// Stop serving a listener; returns when no call of it runs.
  public void removeListener(JournalListener listener) {
    followers.remove(listener);
  }

  /// Ask this archive about what the files no longer hold.
  public void setArchive(JournalArchive newArchive) {
    past.set(newArchive);
  }

  /// Stop asking this archive.
  public void removeArchive(JournalArchive oldArchive) {
    if (past.isThere(oldArchive)) {
      past.set(null);
    }
  }

  /// Do now what the housekeeper does by itself.
  void tidy() throws IOException {
    housekeeper.tidy();
  }

  /// Number of the last file whose ids are in the filter and no longer in memory.
  long filteredThrough() {
    return committer.old().through();
  }

  /// How many ids are kept exactly; only while nobody appends.
  int exactIds() {
    return committer.exact();
  }

  /// Write what waits, stop the threads, let the folder go.
  @Override
  public void close() throws IOException {
    followers.close();
    housekeeper.close();
    committer.close();
    lock.close();
  }
}
