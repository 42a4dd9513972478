package org.marquetry.platform.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// A real disk that is full for some operations: writes put half of the bytes and fail, syncs and
/// truncations fail.
final class FailingDisk implements Disk {
  private final AtomicInteger operations = new AtomicInteger();
  private volatile int failFrom = Integer.MAX_VALUE;
  private volatile int failTo = Integer.MAX_VALUE;

  /// Fail the operations from this one on, counted from now, as many as said.
  void failNext(int first, int count) {
    operations.set(0);
    failFrom = first;
    failTo = first + count;
  }

  boolean hasFailed() {
    return operations.get() > failFrom;
  }

  @Override
  public FileChannel open(Path file, OpenOption... options) throws IOException {
    return new Channel(FileChannel.open(file, options));
  }

  private boolean fails() {
    int operation = operations.getAndIncrement();
    return operation >= failFrom && operation < failTo;
  }

  private static IOException full() {
    return new IOException("No space left on device");
  }

  private final class Channel extends DelegatingChannel {
    Channel(FileChannel real) {
      super(real);
    }

    @Override
    public int write(ByteBuffer src) throws IOException {
      if (fails()) {
        super.write(half(src));
        throw full();
      }
      return super.write(src);
    }

    @Override
    public int write(ByteBuffer src, long position) throws IOException {
      if (fails()) {
        super.write(half(src), position);
        throw full();
      }
      return super.write(src, position);
    }

    private static ByteBuffer half(ByteBuffer src) {
      return src.slice(src.position(), src.remaining() / 2);
    }

    @Override
    public void force(boolean metaData) throws IOException {
      if (fails()) {
        throw full();
      }
      super.force(metaData);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      if (fails()) {
        throw full();
      }
      return super.truncate(size);
    }
  }
}
