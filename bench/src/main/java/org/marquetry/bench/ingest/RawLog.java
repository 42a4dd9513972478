package org.marquetry.bench.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.marquetry.shop.api.Event;

/// The least that a durable log with group commit can do: length, checksum, bytes; one writer, one
/// sync a group, into space that was filled with zeros ahead. No codec, no ids, no partitions.
final class RawLog implements Store {
  private static final int RESERVE_BYTES = 4 << 20;

  private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
  private final FileChannel channel;
  private final Thread writer;
  private long position;
  private long reserved;
  private volatile boolean idle;
  private volatile boolean closing;

  private static final class Waiting {
    private final byte[] payload;
    private final Thread thread = Thread.currentThread();
    private @Nullable IOException failure;
    private volatile boolean done;

    Waiting(byte[] payload) {
      this.payload = payload;
    }
  }

  RawLog(Path folder) throws IOException {
    channel =
        FileChannel.open(
            folder.resolve("raw.log"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    writer = Thread.ofPlatform().daemon().start(this::run);
  }

  /// About as many bytes as our own form of the event has.
  static byte[] payload(Event event) {
    StringBuilder text = new StringBuilder(200);
    text.append(event.id()).append(event.type()).append(event.occurredAt().getEpochSecond());
    event.customer().ifPresent(c -> text.append(c.value()));
    event.product().ifPresent(p -> text.append(p.value()));
    event.session().ifPresent(text::append);
    event.properties().forEach((k, v) -> text.append(k).append(v));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void append(Event event) throws IOException {
    Waiting waiting = new Waiting(payload(event));
    queue.add(waiting);
    if (idle) {
      LockSupport.unpark(writer);
    }
    while (!waiting.done) {
      LockSupport.park(this);
    }
    if (waiting.failure != null) {
      throw waiting.failure;
    }
  }

  private void run() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(4 << 20);
    List<Waiting> group = new ArrayList<>();
    while (!closing) {
      idle = true;
      if (queue.isEmpty() && !closing) {
        LockSupport.park(this);
      }
      idle = false;
      group.clear();
      buffer.clear();
      for (Waiting next = queue.poll();
          next != null;
          next = buffer.remaining() > 8192 ? queue.poll() : null) {
        CRC32C crc = new CRC32C();
        crc.update(next.payload);
        buffer.putInt(next.payload.length).putInt((int) crc.getValue()).put(next.payload);
        group.add(next);
      }
      IOException failure = group.isEmpty() ? null : write(buffer.flip());
      for (Waiting done : group) {
        done.failure = failure;
        done.done = true;
        LockSupport.unpark(done.thread);
      }
    }
  }

  private @Nullable IOException write(ByteBuffer bytes) {
    try {
      reserve(position + bytes.remaining());
      while (bytes.hasRemaining()) {
        position += channel.write(bytes, position);
      }
      channel.force(false);
      return null;
    } catch (IOException e) {
      return e;
    }
  }

  private void reserve(long end) throws IOException {
    if (end > reserved) {
      long to = end + RESERVE_BYTES;
      ByteBuffer zeros = ByteBuffer.allocate((int) (to - reserved));
      while (zeros.hasRemaining()) {
        channel.write(zeros, reserved + zeros.position());
      }
      channel.force(true);
      reserved = to;
    }
  }

  @Override
  public void close() throws IOException {
    closing = true;
    LockSupport.unpark(writer);
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    channel.close();
  }
}
