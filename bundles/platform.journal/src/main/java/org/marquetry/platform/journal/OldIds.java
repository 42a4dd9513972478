package org.marquetry.platform.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// A filter of all ids that are no longer kept exactly: "never seen" is certain, "perhaps" must be
/// looked up. Never changed; [#with] makes a new one.
///
/// Bloom filters of growing size (24 bits an id, each id within one 512-bit block, so one cache
/// line is read per filter); of 10,000 new ids some 4 are "perhaps": to look one up costs a search
/// in every file. Source: F. Putze, P. Sanders, J. Singler, Cache-, Hash- and Space-Efficient Bloom
/// Filters, 2007.
///
/// @param through number of the last segment whose ids are in here
/// @param layers the filters, each twice the size of the one before
record OldIds(long through, List<Layer> layers) {
  static final OldIds NONE = new OldIds(0, List.of());

  private static final int MAGIC = 0x4d514f49; // MQOI
  private static final int FIRST_CAPACITY = 1 << 16;

  OldIds {
    layers = List.copyOf(layers);
  }

  /// One filter; filled up to its capacity.
  static final class Layer {
    private static final int BLOCK_LONGS = 8;
    private static final int PROBES = 7;
    private static final int BITS = 24;

    private final int capacity;
    private final int count;
    private final long[] bits;

    private Layer(int capacity, int count, long[] bits) {
      this.capacity = capacity;
      this.count = count;
      this.bits = bits;
    }

    static Layer empty(int capacity) {
      int blocks = Math.max(1, (int) ((long) capacity * BITS / 512));
      return new Layer(capacity, 0, new long[blocks * BLOCK_LONGS]);
    }

    boolean perhaps(Fingerprint id) {
      int block = block(id);
      long probe = id.low();
      for (int i = 0; i < PROBES; i++, probe >>>= 9) {
        if ((bits[block + (int) (probe >>> 6 & 7)] & 1L << probe) == 0) {
          return false;
        }
      }
      return true;
    }

    private void set(Fingerprint id) {
      int block = block(id);
      long probe = id.low();
      for (int i = 0; i < PROBES; i++, probe >>>= 9) {
        bits[block + (int) (probe >>> 6 & 7)] |= 1L << probe;
      }
    }

    private int block(Fingerprint id) {
      return (int) Math.unsignedMultiplyHigh(id.high(), bits.length / BLOCK_LONGS) * BLOCK_LONGS;
    }
  }

  boolean perhaps(Fingerprint id) {
    for (Layer layer : layers) {
      if (layer.perhaps(id)) {
        return true;
      }
    }
    return false;
  }

  /// The same and these ids, up to a segment.
  OldIds with(long newThrough, List<Fingerprint> ids) {
    List<Layer> more = new ArrayList<>(layers);
    int done = 0;
    while (done < ids.size()) {
      if (more.isEmpty() || more.getLast().count == more.getLast().capacity) {
        more.add(Layer.empty(more.isEmpty() ? FIRST_CAPACITY : more.getLast().capacity * 2));
      }
      Layer last = more.removeLast();
      int room = Math.min(last.capacity - last.count, ids.size() - done);
      Layer filled = new Layer(last.capacity, last.count + room, last.bits.clone());
      ids.subList(done, done + room).forEach(filled::set);
      more.add(filled);
      done += room;
    }
    return new OldIds(newThrough, more);
  }

  void write(Disk disk, Path file) throws IOException {
    int size = 4 + 8 + 4 + 4;
    for (Layer layer : layers) {
      size = Math.addExact(size, 12 + layer.bits.length * 8);
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    out.putInt(MAGIC).putLong(through).putInt(layers.size());
    for (Layer layer : layers) {
      out.putInt(layer.capacity).putInt(layer.count).putInt(layer.bits.length);
      out.asLongBuffer().put(layer.bits);
      out.position(out.position() + layer.bits.length * 8);
    }
    out.putInt(crc(out.array(), out.position())).flip();
    disk.replace(file, channel -> writeAll(channel, out));
  }

  private static void writeAll(FileChannel channel, ByteBuffer out) throws IOException {
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  /// Read it back.
  ///
  /// @throws IOException if the file is not whole
  static OldIds read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int end = bytes.length - 4;
    if (end < 16 || in.getInt() != MAGIC || in.getInt(end) != crc(bytes, end)) {
      throw new IOException("the filter of old ids " + file + " is damaged");
    }
    long through = in.getLong();
    List<Layer> layers = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      int capacity = in.getInt();
      int count = in.getInt();
      long[] bits = new long[in.getInt()];
      in.asLongBuffer().get(bits);
      in.position(in.position() + bits.length * 8);
      layers.add(new Layer(capacity, count, bits));
    }
    return new OldIds(through, layers);
  }

  private static int crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
