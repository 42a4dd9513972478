package org.marquetry.lib.model;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.marquetry.recommend.spi.Interactions;

/// SHA-256 of what a model was made from or of what it is: put the numbers in, then [#end].
public final class Fingerprint {
  private static final int BUFFER = 1 << 16;

  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

  /// Begin one.
  public Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /// The fingerprint of interactions: the same entries give the same one.
  ///
  /// @return lower-case hexadecimal, as [#end]
  public static String of(Interactions data) {
    Fingerprint print = new Fingerprint();
    print.put(data.users());
    print.put(data.items());
    for (int u = 0; u < data.users(); u++) {
      print.put(Math.toIntExact(data.start(u + 1) - data.start(u)));
    }
    for (long k = 0; k < data.entries(); k++) {
      print.put(data.item(k));
      print.put(data.weight(k));
      print.put((int) (data.time(k) >>> Integer.SIZE));
      print.put((int) data.time(k));
    }
    return print.end();
  }

  /// Add a number, bit for bit.
  public void put(int value) {
    if (buffer.remaining() < Integer.BYTES) {
      flush();
    }
    buffer.putInt(value);
  }

  /// Add a number, bit for bit.
  public void put(float value) {
    put(Float.floatToRawIntBits(value));
  }

  private void flush() {
    digest.update(buffer.flip());
    buffer.clear();
  }

  /// Return the sum of all that was put in.
  public String end() {
    flush();
    return HexFormat.of().formatHex(digest.digest());
  }
}
