package org.marquetry.platform.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// The unit of writing and of checking: all records of one disk sync.
///
/// `magic(4) crc(4) length(4) number(8) body`; the checksum (CRC32C) covers the segment's salt and
/// everything after itself. The body is a row of records, see [FrameRecord].
final class Frame {
  static final int MAGIC = 0x6d714672; // mqFr
  static final int HEADER = 20;
  static final int MAX_BODY = 32 << 20;

  private Frame() {}

  /// Fill in the header of a frame that stands in `array` from 0 to `size`.
  static void seal(byte[] array, int size, long number, long salt) {
    ByteBuffer header = ByteBuffer.wrap(array, 0, HEADER);
    header.putInt(MAGIC).putInt(0).putInt(size - HEADER).putLong(number);
    header.putInt(4, crc(array, 0, size, salt));
  }

  static int crc(byte[] array, int from, int size, long salt) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(8).putLong(salt).flip());
    crc.update(array, from + 8, size - 8);
    return (int) crc.getValue();
  }
}
