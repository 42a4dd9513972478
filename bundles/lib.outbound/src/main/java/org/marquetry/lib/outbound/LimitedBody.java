package org.marquetry.lib.outbound;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.marquetry.lib.outbound.OutboundRefused.Reason;
import org.marquetry.shop.api.Words;

/// A body that ends in a refusal when it is too long or takes too long.
public final class LimitedBody extends FilterInputStream {
  private final long bytes;
  private final long deadline;
  private long read;

  /// @param deadline as `System.nanoTime()`
  public LimitedBody(InputStream in, long bytes, long deadline) {
    super(in);
    this.bytes = bytes;
    this.deadline = deadline;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    if (System.nanoTime() - deadline > 0) {
      throw new OutboundRefused(
          Reason.TOO_SLOW, new Words("内容没有按时传完", "the body did not come in time"));
    }
    int got = in.read(to, from, length);
    read += Math.max(0, got);
    if (read > bytes) {
      throw new OutboundRefused(
          Reason.TOO_MANY_BYTES,
          new Words("内容超过 " + bytes + " 字节", "the body has more than " + bytes + " bytes"));
    }
    return got;
  }

  @Override
  public long skip(long n) throws IOException {
    return read(new byte[(int) Math.min(8192, Math.max(0, n))]);
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
