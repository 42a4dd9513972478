package org.marquetry.shop.api;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The one rule for every id that comes from outside.
final class Ids {
  private static final int MAX_BYTES = 64;

  private Ids() {}

  static String check(String type, String value) {
    Objects.requireNonNull(value, type);
    if (value.isBlank()) {
      throw new IllegalArgumentException(type + " must not be blank");
    }
    if (value.length() > MAX_BYTES || value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw new IllegalArgumentException(
          type
              + " must be at most "
              + MAX_BYTES
              + " UTF-8 bytes, got "
              + value.length()
              + " characters");
    }
    if (value.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(type + " must hold no control characters");
    }
    return value;
  }
}
