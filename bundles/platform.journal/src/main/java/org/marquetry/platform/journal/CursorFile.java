package org.marquetry.platform.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The durable cursor of one listener: the next offset of each partition and a checksum.
///
/// A cursor that cannot be read starts again at 0: listeners take entries at least once.
final class CursorFile {
  private static final Logger log = LoggerFactory.getLogger(CursorFile.class);

  private final Disk disk;
  private final Path file;

  CursorFile(Disk disk, Path file) {
    this.disk = disk;
    this.file = file;
  }

  long[] read(int partitions) throws IOException {
    if (!Files.exists(file)) {
      return new long[partitions];
    }
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
    int end = partitions * Long.BYTES;
    if (in.limit() != end + Integer.BYTES || in.getInt(end) != crc(in.array(), end)) {
      log.warn("The cursor {} cannot be read; its listener starts again from the beginning", file);
      return new long[partitions];
    }
    long[] cursor = new long[partitions];
    in.asLongBuffer().get(cursor);
    return cursor;
  }

  void write(long[] cursor) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(cursor.length * Long.BYTES + Integer.BYTES);
    out.asLongBuffer().put(cursor);
    out.putInt(cursor.length * Long.BYTES, crc(out.array(), cursor.length * Long.BYTES));
    disk.replace(file, channel -> writeAll(channel, out));
  }

  private static void writeAll(FileChannel channel, ByteBuffer out) throws IOException {
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  private static int crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
