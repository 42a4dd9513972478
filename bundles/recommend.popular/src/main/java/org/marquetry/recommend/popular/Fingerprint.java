package org.marquetry.recommend.popular;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.marquetry.recommend.spi.Interactions;

/// SHA-256 of counts and of interactions.
final class Fingerprint {
  private Fingerprint() {}

  static String of(int[] counts) {
    ByteBuffer bytes = ByteBuffer.allocate(counts.length * Integer.BYTES);
    bytes.asIntBuffer().put(counts);
    return HexFormat.of().formatHex(sha256().digest(bytes.array()));
  }

  static String of(Interactions data) {
    MessageDigest digest = sha256();
    ByteBuffer row = ByteBuffer.allocate(3 * Integer.BYTES);
    for (int u = 0; u < data.users(); u++) {
      for (long k = data.start(u); k < data.start(u + 1); k++) {
        row.clear();
        digest.update(row.putInt(u).putInt(data.item(k)).putFloat(data.weight(k)).flip());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
