package org.marquetry.platform.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.marquetry.platform.api.journal.JournalCorruptException;

/// What stands at the beginning of a segment file.
///
/// @param number the file's number, from 1, without gaps
/// @param day days since 1970-01-01 (UTC) when it was begun; no file spans two days
/// @param salt goes into every checksum of the file, so that no sender can forge a frame
/// @param firstFrame number of the first frame
/// @param base the next offset of each partition when the file was begun
record SegmentHeader(long number, long day, long salt, long firstFrame, Offsets base) {
  private static final int MAGIC = 0x4d514a31; // MQJ1
  private static final int FIXED = 4 + 4 + 4 * 8;
  private static final int MAX_PARTITIONS = 256;

  int partitions() {
    return base.partitions();
  }

  /// Size in bytes; the first frame begins there.
  int size() {
    return FIXED + 8 * base.partitions() + 4;
  }

  void write(FileChannel channel) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(size());
    out.putInt(MAGIC).putInt(base.partitions());
    out.putLong(number).putLong(day).putLong(salt).putLong(firstFrame);
    for (long offset : base.toArray()) {
      out.putLong(offset);
    }
    out.putInt(crc(out.array(), out.position()));
    out.flip();
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  static SegmentHeader read(Path file, FileChannel channel) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(FIXED + 8 * MAX_PARTITIONS + 4);
    int length = 0;
    while (in.hasRemaining() && length >= 0) {
      length = channel.read(in, in.position());
    }
    in.flip();
    if (in.limit() < FIXED + 12 || in.getInt() != MAGIC) {
      throw damaged(file, "it does not begin like a journal file");
    }
    int partitions = in.getInt();
    if (partitions < 1 || partitions > MAX_PARTITIONS || in.limit() < FIXED + 8 * partitions + 4) {
      throw damaged(file, "its header is cut off");
    }
    int end = FIXED + 8 * partitions;
    if (in.getInt(end) != crc(in.array(), end)) {
      throw damaged(file, "the checksum of its header is wrong");
    }
    long number = in.getLong();
    long day = in.getLong();
    long salt = in.getLong();
    long firstFrame = in.getLong();
    long[] base = new long[partitions];
    for (int p = 0; p < partitions; p++) {
      base[p] = in.getLong();
    }
    return new SegmentHeader(number, day, salt, firstFrame, Offsets.of(base));
  }

  private static JournalCorruptException damaged(Path file, String reason) {
    return new JournalCorruptException(file.toString(), 0, reason);
  }

  private static int crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
