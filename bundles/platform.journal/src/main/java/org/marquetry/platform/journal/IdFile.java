package org.marquetry.platform.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/// The fingerprints of a sealed segment's ids, sorted, in a file beside it: opens quickly at start
/// and is searched without reading the segment. It can be made again from the segment.
final class IdFile {
  private static final int HEADER = Integer.BYTES; // CRC32C of the rest

  private final Path file;

  private IdFile(Path file) {
    this.file = file;
  }

  static IdFile of(Segment segment) {
    return new IdFile(segment.file().resolveSibling(segment.file().getFileName() + ".ids"));
  }

  boolean exists() {
    return Files.exists(file);
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  /// Visit the ids of a sealed segment in the order of its records.
  static void scan(Segment segment, Consumer<Fingerprint> visitor) throws IOException {
    segment.scan(
        segment.header().size(),
        Files.size(segment.file()),
        (position, number, body) -> {
          while (body.hasRemaining()) {
            visitor.accept(FrameRecord.next(body).fingerprint());
          }
          return true;
        });
  }

  /// Make it from the segment's records.
  void make(Disk disk, Segment segment) throws IOException {
    FingerprintList ids = new FingerprintList();
    scan(segment, ids::add);
    ids.sort();
    ByteBuffer out = ByteBuffer.allocate(HEADER + ids.size() * Fingerprint.BYTES);
    out.position(HEADER);
    ids.writeTo(out);
    out.putInt(0, crc(out.array(), out.limit()));
    out.flip();
    disk.replace(
        file,
        channel -> {
          while (out.hasRemaining()) {
            channel.write(out);
          }
        });
  }

  /// Visit every fingerprint.
  ///
  /// @return false, after visiting none, when the file is not whole
  boolean read(Consumer<Fingerprint> visitor) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length < HEADER || in.getInt() != crc(bytes, bytes.length)) {
      return false;
    }
    while (in.hasRemaining()) {
      visitor.accept(new Fingerprint(in.getLong(), in.getLong()));
    }
    return true;
  }

  long count() throws IOException {
    return (Files.size(file) - HEADER) / Fingerprint.BYTES;
  }

  boolean contains(Fingerprint id) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer slot = ByteBuffer.allocate(Fingerprint.BYTES);
      long low = 0;
      long high = (channel.size() - HEADER) / Fingerprint.BYTES - 1;
      while (low <= high) {
        long middle = (low + high) >>> 1;
        channel.read(slot.clear(), HEADER + middle * Fingerprint.BYTES);
        int c = new Fingerprint(slot.getLong(0), slot.getLong(8)).compareTo(id);
        if (c == 0) {
          return true;
        }
        low = c < 0 ? middle + 1 : low;
        high = c < 0 ? high : middle - 1;
      }
      return false;
    }
  }

  private static int crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, HEADER, length - HEADER);
    return (int) crc.getValue();
  }
}
