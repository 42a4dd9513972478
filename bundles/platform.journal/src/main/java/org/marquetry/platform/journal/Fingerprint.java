package org.marquetry.platform.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Stand for an event id: the first 128 bits of its SHA-256. Two ids with one fingerprint can't be
/// made on purpose, so equal fingerprints count as equal ids.
record Fingerprint(long high, long low) implements Comparable<Fingerprint> {
  static final int BYTES = 16;

  private static final MessageDigest SHA_256 = sha256(); // cloned for each use

  static Fingerprint of(String id) {
    try {
      MessageDigest digest = (MessageDigest) SHA_256.clone();
      ByteBuffer hash = ByteBuffer.wrap(digest.digest(id.getBytes(StandardCharsets.UTF_8)));
      return new Fingerprint(hash.getLong(), hash.getLong());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 of this Java cannot be cloned", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public int compareTo(Fingerprint other) {
    int c = Long.compareUnsigned(high, other.high);
    return c != 0 ? c : Long.compareUnsigned(low, other.low);
  }
}
