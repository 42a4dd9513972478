package org.marquetry.platform.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.journal.JournalCorruptException;

/// One file of the journal, with a sparse index of where offsets stand. The last one grows; all
/// others are sealed. Safe for use by many threads.
final class Segment {
  private static final long INDEX_STEP = 256 << 10;
  private static final String SUFFIX = ".seg";

  private final Path file;
  private final SegmentHeader header;
  private @Nullable List<IndexPoint> index; // null: not read yet

  private record IndexPoint(long position, Offsets next) {}

  Segment(Path file, SegmentHeader header) {
    this.file = file;
    this.header = header;
  }

  static Path file(Path folder, long number) {
    return folder.resolve(String.format("%016d", number) + SUFFIX);
  }

  static boolean isSegment(Path file) {
    return file.getFileName().toString().endsWith(SUFFIX);
  }

  static Segment open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return new Segment(file, SegmentHeader.read(file, channel));
    }
  }

  Path file() {
    return file;
  }

  SegmentHeader header() {
    return header;
  }

  /// Visit the frames from a position to an end. What is not whole is damage.
  ///
  /// @throws JournalCorruptException naming file and position
  void scan(long from, long end, FrameReader.Visitor visitor) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      new FrameReader(channel, header.salt(), end).scan(from, visitor);
    } catch (BadFrameException e) {
      throw new JournalCorruptException(file.toString(), e.position(), e.reason());
    }
  }

  /// Note that a frame begins at a position and what the next offsets are there.
  synchronized void note(long position, Offsets next) {
    List<IndexPoint> points = index;
    if (points == null) {
      points = new ArrayList<>();
      index = points;
    }
    if (points.isEmpty() || position - points.getLast().position() >= INDEX_STEP) {
      points.add(new IndexPoint(position, next));
    }
  }

  /// A position at or before the frame that holds an offset of a partition.
  ///
  /// @param end the end of the whole frames in this file
  long locate(int partition, long offset, long end) throws IOException {
    List<IndexPoint> points = points(end);
    int low = 0;
    int high = points.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (points.get(middle).next().at(partition) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return points.isEmpty() ? header.size() : points.get(low).position();
  }

  private synchronized List<IndexPoint> points(long end) throws IOException {
    if (index == null) {
      long[] next = header.base().toArray();
      index = new ArrayList<>();
      scan(
          header.size(),
          end,
          (position, number, body) -> {
            note(position, Offsets.of(next));
            while (body.hasRemaining()) {
              FrameRecord record = FrameRecord.next(body);
              next[record.partition()] = record.offset() + 1;
            }
            return true;
          });
    }
    return List.copyOf(index);
  }
}
