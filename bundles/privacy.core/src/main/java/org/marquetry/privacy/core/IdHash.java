package org.marquetry.privacy.core;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.PersonIds.Kind;

/// Hashes identifiers with the salt of this home: HMAC-SHA256, the first 16 bytes.
final class IdHash {
  private static final int BYTES = 16;
  private static final HexFormat HEX = HexFormat.of();

  private final String salt;

  /// @param salt hexadecimal
  IdHash(String salt) {
    this.salt = salt;
  }

  /// Random hexadecimal digits.
  static String random(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return HEX.formatHex(random);
  }

  String salt() {
    return salt;
  }

  /// Of customers and visitors: what a store can list.
  Set<String> of(PersonIds person) {
    Set<String> hashes = new TreeSet<>();
    for (Kind kind : Set.of(Kind.CUSTOMER, Kind.VISITOR)) {
      person.of(kind).forEach(id -> hashes.add(of(kind, id)));
    }
    return hashes;
  }

  String of(Kind kind, String id) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(HEX.parseHex(salt), "HmacSHA256"));
      byte[] hash = mac.doFinal((kind + ":" + id).getBytes(StandardCharsets.UTF_8));
      return HEX.formatHex(hash, 0, BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
