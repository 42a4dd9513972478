package org.marquetry.recommend.mf;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.marquetry.recommend.spi.Interactions;

/// SHA-256 of what a model was made from and of what it is.
final class Hashes {
  private static final int BUFFER = 1 << 16;

  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

  private Hashes() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  static String of(Interactions data) {
    Hashes hash = new Hashes();
    hash.put(data.users());
    hash.put(data.items());
    for (int u = 0; u < data.users(); u++) {
      hash.put(Math.toIntExact(data.start(u + 1) - data.start(u)));
    }
    for (long k = 0; k < data.entries(); k++) {
      hash.put(data.item(k));
      hash.put(Float.floatToIntBits(data.weight(k)));
    }
    return hash.end();
  }

  static String of(Factors factors) {
    Hashes hash = new Hashes();
    for (FactorStore store : new FactorStore[] {factors.users(), factors.items()}) {
      float[] row = new float[store.stride()];
      for (int r = 0; r < store.rows(); r++) {
        store.get(r, row, 0);
        for (float value : row) {
          hash.put(Float.floatToIntBits(value));
        }
      }
    }
    return hash.end();
  }

  private void put(int value) {
    if (buffer.remaining() < Integer.BYTES) {
      flush();
    }
    buffer.putInt(value);
  }

  private void flush() {
    digest.update(buffer.flip());
    buffer.clear();
  }

  private String end() {
    flush();
    return HexFormat.of().formatHex(digest.digest());
  }
}
