package org.marquetry.platform.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.journal.JournalCorruptException;
import org.marquetry.platform.api.journal.JournalEntry;

/// Read entries of one partition from the files.
final class Replay {
  private static final int ENOUGH_BYTES = 16 << 20;

  private final Segments segments;

  Replay(Segments segments) {
    this.segments = segments;
  }

  /// @param tail how far to read
  /// @param from an offset that the files hold, below the tail
  List<JournalEntry> read(Tail tail, int partition, long from, int limit) throws IOException {
    List<JournalEntry> entries = new ArrayList<>(Math.min(limit, 1024));
    long[] bytes = {0};
    Segment segment = segments.holding(partition, from);
    while (true) {
      read(tail, segment, partition, from, limit, entries, bytes);
      boolean last = segment.header().number() >= tail.segment().header().number();
      if (last || entries.size() >= limit || bytes[0] >= ENOUGH_BYTES) {
        return entries;
      }
      Segment next = segments.after(segment);
      if (next.header().base().at(partition) != from + entries.size()) {
        throw new JournalCorruptException(
            segment.file().toString(),
            Files.size(segment.file()),
            "entries are missing at its end");
      }
      segment = next;
    }
  }

  private static void read(
      Tail tail,
      Segment segment,
      int partition,
      long from,
      int limit,
      List<JournalEntry> entries,
      long[] bytes)
      throws IOException {
    long end = end(tail, segment);
    segment.scan(
        segment.locate(partition, from + entries.size(), end),
        end,
        (position, number, body) -> {
          while (entries.size() < limit) {
            FrameRecord record = FrameRecord.next(body, partition);
            if (record == null) {
              break;
            }
            if (record.offset() >= from) {
              check(segment, position, from + entries.size(), record.offset());
              bytes[0] += record.payload().remaining();
              entries.add(entry(segment, position, record));
            }
          }
          return entries.size() < limit && bytes[0] < ENOUGH_BYTES;
        });
  }

  private static void check(Segment segment, long position, long expected, long offset) {
    if (offset != expected) {
      throw new JournalCorruptException(
          segment.file().toString(),
          position,
          "offset " + expected + " is expected and " + offset + " stands there");
    }
  }

  static long end(Tail tail, Segment segment) throws IOException {
    boolean grows = segment.header().number() == tail.segment().header().number();
    return grows ? tail.position() : Files.size(segment.file());
  }

  /// Decode a record that stands in a frame at a position.
  static JournalEntry entry(Segment segment, long position, FrameRecord record) {
    try {
      return new JournalEntry(
          record.partition(),
          record.offset(),
          record.isErased() ? Optional.empty() : Optional.of(EventCodec.decode(record.payload())));
    } catch (RuntimeException e) {
      JournalCorruptException damaged =
          new JournalCorruptException(
              segment.file().toString(), position, "an event cannot be read: " + e.getMessage());
      damaged.addSuppressed(e);
      throw damaged;
    }
  }
}
