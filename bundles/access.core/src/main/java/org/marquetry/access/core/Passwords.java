package org.marquetry.access.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Hash and check passwords with Argon2id, in the `$argon2id$v=19$m=..,t=..,p=..$salt$hash` form.
///
/// Cost: 19 MiB and 2 passes, which OWASP's Password Storage Cheat Sheet recommends; at most two at
/// a time, so that a flood of log-ins takes no more than 40 MiB. Source: RFC 9106.
final class Passwords {
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(?<m>\\d{1,7}),t=(?<t>\\d{1,3}),p=(?<p>\\d{1,2})\\$(?<salt>[^$]+)\\$(?<hash>[^$]+)");
  private static final int MEMORY_KB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final SecureRandom random;
  private final Semaphore places = new Semaphore(2);
  private final String nobody; // no password has this hash: each start would work for one

  Passwords(SecureRandom random) {
    this.random = random;
    this.nobody = stored(bytes(SALT_BYTES), bytes(HASH_BYTES));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  String hash(String password) {
    byte[] salt = bytes(SALT_BYTES);
    return stored(salt, run(password, salt, MEMORY_KB, PASSES, LANES));
  }

  private static String stored(byte[] salt, byte[] hash) {
    var base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            MEMORY_KB, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  /// Check a password against a stored hash, with the costs that stand in it.
  ///
  /// @throws IllegalArgumentException if the stored hash is not of this form
  boolean matches(String password, String stored) {
    Matcher parts = FORM.matcher(stored);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a stored password hash");
    }
    Base64.Decoder base64 = Base64.getDecoder();
    byte[] salt = base64.decode(parts.group("salt"));
    byte[] hash = run(password, salt, cost(parts, "m"), cost(parts, "t"), cost(parts, "p"));
    return MessageDigest.isEqual(hash, base64.decode(parts.group("hash")));
  }

  private static int cost(Matcher parts, String name) {
    return Integer.parseInt(parts.group(name));
  }

  /// Do the work of a check for a name that nobody has.
  void pretend(String password) {
    matches(password, nobody);
  }

  private byte[] run(String password, byte[] salt, int memoryKb, int passes, int lanes) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKb)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[HASH_BYTES];
    places.acquireUninterruptibly();
    try {
      generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    } finally {
      places.release();
    }
    return hash;
  }
}
