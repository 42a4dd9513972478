package org.marquetry.access.core;

import java.security.SecureRandom;

/// Random names in an alphabet without look-alikes.
final class Ids {
  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int GROUP = 4;

  private Ids() {}

  /// Make one of so many characters, five bits each.
  static String random(SecureRandom random, int length) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < length; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }

  /// Make one in groups of four, for people to type.
  static String token(SecureRandom random, int groups) {
    StringBuilder token = new StringBuilder(random(random, GROUP));
    for (int i = 1; i < groups; i++) {
      token.append('-').append(random(random, GROUP));
    }
    return token.toString();
  }
}
