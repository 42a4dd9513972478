package org.marquetry.access.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// API keys: `mq_<id>_<secret>`. Their 256 random bits need no slow hash.
final class ApiKeys {
  private static final int SECRET_BYTES = 32;

  private ApiKeys() {}

  static String make(String id, SecureRandom random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return "mq_" + id + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /// The part of a key that is no secret.
  static String id(String key) {
    return key.substring(3, key.indexOf('_', 3));
  }

  static Optional<Key> find(List<Key> keys, String given) {
    byte[] hash = sha256(given).getBytes(StandardCharsets.US_ASCII);
    return keys.stream()
        .filter(k -> MessageDigest.isEqual(hash, k.hash().getBytes(StandardCharsets.US_ASCII)))
        .findFirst();
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
