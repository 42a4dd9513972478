package org.marquetry.platform.projection;

import java.io.IOException;
import java.io.InputStream;

/// The next bytes of a stream, and no more.
final class Bounded extends InputStream {
  private final InputStream in;
  private long left;

  Bounded(InputStream in, long left) {
    this.in = in;
    this.left = left;
  }

  @Override
  public int read() throws IOException {
    if (left == 0) {
      return -1;
    }
    int b = in.read();
    left -= b < 0 ? left : 1;
    return b;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (left == 0) {
      return length == 0 ? 0 : -1;
    }
    int n = in.read(bytes, from, (int) Math.min(length, left));
    left -= n < 0 ? left : n;
    return n;
  }
}
