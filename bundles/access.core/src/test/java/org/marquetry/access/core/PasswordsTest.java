package org.marquetry.access.core;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

final class PasswordsTest {
  private final Passwords passwords = new Passwords(new SecureRandom());

  @Test
  void eachHashHasItsOwnSalt() {
    String hash = passwords.hash("secret");
    assertNotEquals(hash, passwords.hash("secret"));
    assertTrue(passwords.matches("secret", hash));
    assertFalse(passwords.matches("Secret", hash));
  }

  /// A hash made by the reference implementation (phc-winner-argon2, `echo -n password | argon2
  /// somesalt -id -t 2 -m 16 -p 1`).
  @Test
  void hashOfTheReferenceImplementationMatches() {
    String known =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertTrue(passwords.matches("password", known));
    assertFalse(passwords.matches("differentpassword", known));
  }

  @Test
  void otherTextIsNoHash() {
    assertThrows(IllegalArgumentException.class, () -> passwords.matches("x", "plain"));
  }
}
