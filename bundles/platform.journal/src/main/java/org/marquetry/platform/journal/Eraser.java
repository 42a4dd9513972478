package org.marquetry.platform.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.Set;
import org.marquetry.shop.api.Event;

/// Overwrite the events of some identifiers in sealed segments: the file is written anew beside,
/// with the same places and offsets, and takes the old one's place.
final class Eraser {
  private final Disk disk;
  private final Set<String> keys;
  private long erased;

  Eraser(Disk disk, Set<String> keys) {
    this.disk = disk;
    this.keys = Set.copyOf(keys);
  }

  /// How many events were erased so far.
  long erased() {
    return erased;
  }

  void erase(Segment segment) throws IOException {
    long size = Files.size(segment.file());
    if (!holdsAny(segment, size)) {
      return;
    }
    disk.replace(
        segment.file(),
        channel -> {
          segment.header().write(channel);
          segment.scan(
              segment.header().size(),
              size,
              (position, number, body) -> {
                write(channel, erased(body, number, segment.header().salt()));
                return true;
              });
        });
  }

  private boolean holdsAny(Segment segment, long size) throws IOException {
    boolean[] found = {false};
    segment.scan(
        segment.header().size(),
        size,
        (position, number, body) -> {
          while (body.hasRemaining() && !found[0]) {
            found[0] = concerns(FrameRecord.next(body));
          }
          return !found[0];
        });
    return found[0];
  }

  private boolean concerns(FrameRecord record) {
    if (record.isErased()) {
      return false;
    }
    Event event = EventCodec.decode(record.payload().duplicate());
    return event.customer().filter(c -> keys.contains("c:" + c.value())).isPresent()
        || event.visitor().filter(v -> keys.contains("v:" + v.value())).isPresent();
  }

  /// A copy of the frame in which the records that concern the keys hold nothing but their id's
  /// fingerprint.
  private ByteBuffer erased(ByteBuffer body, long number, long salt) {
    byte[] frame = new byte[Frame.HEADER + body.remaining()];
    body.duplicate().get(frame, Frame.HEADER, body.remaining());
    ByteBuffer copy = ByteBuffer.wrap(frame, Frame.HEADER, frame.length - Frame.HEADER).slice();
    while (copy.hasRemaining()) {
      FrameRecord record = FrameRecord.next(copy);
      if (concerns(record)) {
        record.erase();
        erased++;
      }
    }
    Frame.seal(frame, frame.length, number, salt);
    return ByteBuffer.wrap(frame);
  }

  private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
