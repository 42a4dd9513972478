package org.marquetry.platform.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.marquetry.platform.api.journal.JournalCorruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Open a folder: find the files, cut a torn end off the last one, learn the next offsets.
///
/// Behind its last frame the last file may hold zeros, room for more that was not used. Only the
/// last frame can be torn, because a frame is written when the one before is on disk. So a bad
/// frame with nothing whole after it was never acknowledged and is cut off; a bad frame with a
/// whole later one is damage, and the journal refuses to open.
final class Recovery {
  private static final Logger log = LoggerFactory.getLogger(Recovery.class);
  private static final long DAY_MILLIS = 86_400_000;

  private final Path folder;
  private final Disk disk;
  private final InstantSource clock;
  private final JournalOptions options;
  private long dropped;

  Recovery(Path folder, Disk disk, InstantSource clock, JournalOptions options) {
    this.folder = folder;
    this.disk = disk;
    this.clock = clock;
    this.options = options;
  }

  /// What was found.
  ///
  /// @param lastIds the ids in the last file, which has been read anyway
  record Found(Segments segments, Tail tail, List<Fingerprint> lastIds) {
    Found {
      lastIds = List.copyOf(lastIds);
    }
  }

  Found open() throws IOException {
    List<Segment> files = segments();
    if (files.isEmpty()) {
      Segment first = create(1, Offsets.zero(options.partitions()), 0);
      return new Found(
          new Segments(List.of(first)),
          new Tail(first, first.header().size(), first.header().base(), 0),
          List.of());
    }
    for (int i = 1; i < files.size(); i++) {
      checkFollows(files.get(i - 1), files.get(i));
    }
    List<Fingerprint> ids = new ArrayList<>();
    Tail tail = tail(files.getLast(), ids);
    return new Found(new Segments(files), tail, ids);
  }

  /// Bytes of a last write that [#open] found cut off.
  long dropped() {
    return dropped;
  }

  private List<Segment> segments() throws IOException {
    List<Segment> found = new ArrayList<>();
    try (Stream<Path> list = Files.list(folder)) {
      for (Path file : list.sorted().toList()) {
        if (Segment.isSegment(file)) {
          found.add(Segment.open(file));
        } else if (file.toString().endsWith(".new")) {
          Files.delete(file); // half-made when the process ended
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return found;
  }

  private static void checkFollows(Segment before, Segment after) {
    if (after.header().number() != before.header().number() + 1
        || after.header().partitions() != before.header().partitions()) {
      throw new JournalCorruptException(
          after.file().toString(),
          0,
          "the file before it is missing: " + before.file() + " comes next");
    }
  }

  private Tail tail(Segment last, List<Fingerprint> ids) throws IOException {
    SegmentHeader header = last.header();
    long[] next = header.base().toArray();
    long[] frame = {header.firstFrame()};
    long size = Files.size(last.file());
    long end = size;
    try (FileChannel channel = FileChannel.open(last.file(), StandardOpenOption.READ)) {
      FrameReader reader = new FrameReader(channel, header.salt(), size);
      try {
        reader.scan(
            header.size(),
            (position, number, body) -> {
              last.note(position, Offsets.of(next));
              while (body.hasRemaining()) {
                FrameRecord record = FrameRecord.next(body);
                next[record.partition()] = record.offset() + 1;
                ids.add(record.fingerprint());
              }
              frame[0] = number + 1;
              return true;
            });
      } catch (BadFrameException e) {
        long used = reader.zerosFrom(e.position());
        if (reader.hasWholeFrame(e.position() + 1, used, frame[0])) {
          throw new JournalCorruptException(last.file().toString(), e.position(), e.reason());
        }
        end = e.position();
        dropped = used - end;
        if (dropped > 0) {
          log.info(
              "The last write to {} was cut off and never acknowledged; {} bytes are dropped",
              last.file(),
              dropped);
        }
      }
    }
    if (end < size) {
      try (FileChannel channel = disk.open(last.file(), StandardOpenOption.WRITE)) {
        channel.truncate(end);
        channel.force(true);
      }
    }
    return new Tail(last, end, Offsets.of(next), frame[0]);
  }

  /// Begin a new file after those that are there.
  Segment create(long number, Offsets base, long firstFrame) throws IOException {
    long salt = new SecureRandom().nextLong();
    SegmentHeader header = new SegmentHeader(number, today(), salt, firstFrame, base);
    Path file = Segment.file(folder, number);
    disk.replace(file, header::write);
    return new Segment(file, header);
  }

  /// The filter of old ids; empty when there is none yet.
  ///
  /// @throws JournalCorruptException if it is damaged and cannot be made again from the files
  OldIds oldIds(Found found) throws IOException {
    Path file = filterFile();
    if (!Files.exists(file)) {
      return OldIds.NONE;
    }
    try {
      return OldIds.read(file);
    } catch (IOException e) {
      if (found.segments().all().getFirst().header().number() == 1) {
        log.warn("{}; it is made again from the journal's files", e.getMessage());
        return OldIds.NONE;
      }
      JournalCorruptException damaged =
          new JournalCorruptException(file.toString(), 0, String.valueOf(e.getMessage()));
      damaged.addSuppressed(e);
      throw damaged;
    }
  }

  /// The ids that the filter does not hold.
  SeenIds seen(Found found, OldIds filter) throws IOException {
    SeenIds seen = new SeenIds(options.exactTogether());
    for (Segment segment : found.segments().sealed()) {
      if (segment.header().number() > filter.through()) {
        long file = segment.header().number();
        IdFile ids = IdFile.of(segment);
        if (!ids.exists() || !ids.read(id -> seen.add(file, id))) {
          ids.delete();
          IdFile.scan(segment, id -> seen.add(file, id)); // the housekeeper makes the file
        }
      }
    }
    long file = found.tail().segment().header().number();
    found.lastIds().forEach(id -> seen.add(file, id));
    return seen;
  }

  Path filterFile() {
    return folder.resolve("old-ids");
  }

  Path folder() {
    return folder;
  }

  /// Days since 1970-01-01, UTC.
  long today() {
    return Math.floorDiv(clock.millis(), DAY_MILLIS);
  }
}
