package org.marquetry.platform.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.Set;
import java.util.function.Predicate;
import org.marquetry.shop.api.Event;

/// Overwrite some events, and some texts in the other events, in sealed segments: the file is
/// written anew beside, with the same places and offsets, and takes the old one's place.
final class Eraser {
  private final Disk disk;
  private final Predicate<Event> gone;
  private final Redaction redaction;
  private long erased;

  Eraser(Disk disk, Predicate<Event> gone, Redaction redaction) {
    this.disk = disk;
    this.gone = gone;
    this.redaction = redaction;
  }

  /// The events of some persons.
  ///
  /// @param keys `c:` + customer id or `v:` + visitor id
  static Predicate<Event> of(Set<String> keys) {
    Set<String> all = Set.copyOf(keys);
    return event ->
        event.customer().filter(c -> all.contains("c:" + c.value())).isPresent()
            || event.visitor().filter(v -> all.contains("v:" + v.value())).isPresent();
  }

  /// How many events were erased or changed so far.
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
            found[0] = change(FrameRecord.next(body)) != Change.NONE;
          }
          return !found[0];
        });
    return found[0];
  }

  private enum Change {
    NONE,
    REDACT,
    ERASE
  }

  private Change change(FrameRecord record) {
    if (record.isErased()) {
      return Change.NONE;
    }
    Event event = EventCodec.decode(record.payload().duplicate());
    if (gone.test(event)) {
      return Change.ERASE;
    }
    return redaction.concerns(event) ? Change.REDACT : Change.NONE;
  }

  /// A copy of the frame in which the records that concern the keys hold nothing but their id's
  /// fingerprint, and the others none of the texts.
  private ByteBuffer erased(ByteBuffer body, long number, long salt) {
    byte[] frame = new byte[Frame.HEADER + body.remaining()];
    body.duplicate().get(frame, Frame.HEADER, body.remaining());
    ByteBuffer copy = ByteBuffer.wrap(frame, Frame.HEADER, frame.length - Frame.HEADER).slice();
    while (copy.hasRemaining()) {
      FrameRecord record = FrameRecord.next(copy);
      switch (change(record)) {
        case ERASE -> {
          record.erase();
          erased++;
        }
        case REDACT -> {
          redaction.apply(record.payload());
          erased++;
        }
        case NONE -> {}
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
