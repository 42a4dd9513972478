package org.marquetry.placement.bandit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// One uniform number for each person, from SHA-256 of seed, point and person.
final class PersonDraw {
  private final byte[] prefix;
  private final MessageDigest sha;

  PersonDraw(long seed, String point) {
    byte[] name = point.getBytes(StandardCharsets.UTF_8);
    prefix = ByteBuffer.allocate(9 + name.length).putLong(seed).put(name).put((byte) 0xff).array();
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// @return in [0, 1)
  double uniform(String person) {
    sha.update(prefix);
    byte[] hash = sha.digest(person.getBytes(StandardCharsets.UTF_8));
    return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1p-53;
  }
}
