package org.marquetry.platform.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
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

  private final class Channel extends FileChannel {
    private final FileChannel real;

    Channel(FileChannel real) {
      this.real = real;
    }

    @Override
    public int write(ByteBuffer src) throws IOException {
      if (fails()) {
        real.write(half(src));
        throw full();
      }
      return real.write(src);
    }

    @Override
    public int write(ByteBuffer src, long position) throws IOException {
      if (fails()) {
        real.write(half(src), position);
        throw full();
      }
      return real.write(src, position);
    }

    private static ByteBuffer half(ByteBuffer src) {
      return src.slice(src.position(), src.remaining() / 2);
    }

    @Override
    public void force(boolean metaData) throws IOException {
      if (fails()) {
        throw full();
      }
      real.force(metaData);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      if (fails()) {
        throw full();
      }
      real.truncate(size);
      return this;
    }

    @Override
    public int read(ByteBuffer dst) throws IOException {
      return real.read(dst);
    }

    @Override
    public long read(ByteBuffer[] dsts, int offset, int length) throws IOException {
      return real.read(dsts, offset, length);
    }

    @Override
    public int read(ByteBuffer dst, long position) throws IOException {
      return real.read(dst, position);
    }

    @Override
    public long write(ByteBuffer[] srcs, int offset, int length) throws IOException {
      return real.write(srcs, offset, length);
    }

    @Override
    public long position() throws IOException {
      return real.position();
    }

    @Override
    public FileChannel position(long newPosition) throws IOException {
      real.position(newPosition);
      return this;
    }

    @Override
    public long size() throws IOException {
      return real.size();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target)
        throws IOException {
      return real.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel src, long position, long count)
        throws IOException {
      return real.transferFrom(src, position, count);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
      return real.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
      return real.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      real.close();
    }
  }
}
