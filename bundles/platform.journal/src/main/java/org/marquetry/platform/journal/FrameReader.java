package org.marquetry.platform.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Read frames one after the other, from big blocks, and check each.
final class FrameReader {
  private static final int BLOCK = 1 << 20;

  private final FileChannel channel;
  private final long salt;
  private final long end;
  private ByteBuffer block = ByteBuffer.allocate(0);
  private long blockStart;

  /// @param end read up to this byte of the file
  FrameReader(FileChannel channel, long salt, long end) {
    this.channel = channel;
    this.salt = salt;
    this.end = end;
  }

  /// Take a frame; return false to stop.
  interface Visitor {
    boolean frame(long position, long number, ByteBuffer body) throws IOException;
  }

  /// Visit every frame from a position on.
  ///
  /// @return the first byte after the last frame visited
  /// @throws BadFrameException at the first frame that is not whole
  long scan(long from, Visitor visitor) throws IOException, BadFrameException {
    long position = from;
    while (position < end) {
      int size = check(position);
      ByteBuffer frame = bytes(position, size);
      long number = frame.getLong(12);
      long at = position;
      position += size;
      if (!visitor.frame(at, number, frame.position(Frame.HEADER).slice())) {
        break;
      }
    }
    return position;
  }

  /// The first byte from a position on behind which there is nothing but zeros.
  long zerosFrom(long position) throws IOException {
    long used = position;
    for (long at = position; at < end; at += BLOCK) {
      ByteBuffer bytes = bytes(at, (int) Math.min(BLOCK, end - at));
      for (int i = bytes.limit() - 1; i >= 0; i--) {
        if (bytes.get(i) != 0) {
          used = at + i + 1;
          break;
        }
      }
    }
    return used;
  }

  /// Tell whether a whole frame with a higher number begins anywhere between two positions.
  boolean hasWholeFrame(long from, long to, long afterNumber) throws IOException {
    long last = Math.min(to, end - Frame.HEADER);
    for (long position = from; position <= last; position++) {
      ByteBuffer header = bytes(position, Frame.HEADER);
      if (header.getInt(0) == Frame.MAGIC
          && header.getLong(12) > afterNumber
          && isWhole(position)) {
        return true;
      }
    }
    return false;
  }

  private boolean isWhole(long position) throws IOException {
    try {
      check(position);
      return true;
    } catch (BadFrameException e) {
      return false;
    }
  }

  /// Check the frame at a position and return its size.
  private int check(long position) throws IOException, BadFrameException {
    long left = end - position;
    if (left < Frame.HEADER) {
      throw new BadFrameException(position, "the file ends inside a frame's header");
    }
    ByteBuffer header = bytes(position, Frame.HEADER);
    if (header.getInt(0) != Frame.MAGIC) {
      throw new BadFrameException(position, "no frame begins there");
    }
    int length = header.getInt(8);
    if (length < 0 || length > Frame.MAX_BODY) {
      throw new BadFrameException(position, "the length of the frame is impossible");
    }
    int size = Frame.HEADER + length;
    if (left < size) {
      throw new BadFrameException(position, "the file ends inside a frame");
    }
    ByteBuffer frame = bytes(position, size);
    if (Frame.crc(frame.array(), frame.arrayOffset(), size, salt) != frame.getInt(4)) {
      throw new BadFrameException(position, "the checksum of the frame is wrong");
    }
    return size;
  }

  /// A view of these bytes of the file; valid until the next call.
  private ByteBuffer bytes(long position, int length) throws IOException {
    if (position < blockStart || position + length > blockStart + block.limit()) {
      load(position, length);
    }
    return block.slice((int) (position - blockStart), length);
  }

  private void load(long position, int length) throws IOException {
    int wanted = (int) Math.min(Math.max(BLOCK, length), end - position);
    if (block.capacity() < wanted) {
      block = ByteBuffer.allocate(wanted);
    }
    block.clear().limit(wanted);
    blockStart = position;
    while (block.hasRemaining()) {
      if (channel.read(block, position + block.position()) < 0) {
        throw new IOException("the file is shorter than its " + end + " bytes");
      }
    }
    block.flip();
  }
}
