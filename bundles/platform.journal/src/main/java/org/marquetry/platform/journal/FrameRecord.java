package org.marquetry.platform.journal;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// One record of a frame: `length(varint) state(1) partition(varint) offset(varint) payload`.
///
/// Erasing keeps the length: the state becomes [#ERASED] and the payload the id's fingerprint and
/// zeros, so every other place in the file stays where it is.
///
/// @param whole a view of the record from its state on
/// @param state [#LIVE] or [#ERASED]
/// @param payload a view of the event's bytes in form of [EventCodec]
record FrameRecord(ByteBuffer whole, int state, int partition, long offset, ByteBuffer payload) {
  static final int LIVE = 0;
  static final int ERASED = 1;

  /// Append a record to a frame's body.
  static void write(Bytes out, int partition, long offset, byte[] payload) {
    int length = 1 + varintSize(partition) + varintSize(offset) + payload.length;
    out.varint(length);
    out.put(LIVE);
    out.varint(partition);
    out.varint(offset);
    out.put(payload);
  }

  /// Take the next record off a frame's body.
  static FrameRecord next(ByteBuffer body) {
    int length = Math.toIntExact(Bytes.varint(body));
    ByteBuffer whole = body.slice(body.position(), length);
    ByteBuffer record = whole.duplicate();
    body.position(body.position() + length);
    int state = record.get();
    int partition = (int) Bytes.varint(record);
    long offset = Bytes.varint(record);
    return new FrameRecord(whole, state, partition, offset, record);
  }

  /// Take the records off a frame's body until one of a partition comes; null when none does.
  static @Nullable FrameRecord next(ByteBuffer body, int wanted) {
    while (body.hasRemaining()) {
      int begin = body.position();
      int length = Math.toIntExact(Bytes.varint(body));
      int end = body.position() + length;
      body.get(); // the state
      boolean found = (int) Bytes.varint(body) == wanted;
      body.position(found ? begin : end);
      if (found) {
        return next(body);
      }
    }
    return null;
  }

  boolean isErased() {
    return state == ERASED;
  }

  /// The fingerprint of the event's id; an erased record keeps it and nothing else.
  Fingerprint fingerprint() {
    return isErased()
        ? new Fingerprint(
            payload.getLong(payload.position()), payload.getLong(payload.position() + Long.BYTES))
        : EventCodec.fingerprint(payload);
  }

  /// Overwrite the event where it stands, but for its id's fingerprint.
  void erase() {
    Fingerprint id = fingerprint();
    ByteBuffer out = payload.duplicate();
    out.putLong(id.high()).putLong(id.low());
    while (out.hasRemaining()) {
      out.put((byte) 0);
    }
    whole.put(0, (byte) ERASED);
  }

  private static int varintSize(long value) {
    return Math.max(1, (70 - Long.numberOfLeadingZeros(value)) / 7);
  }
}
