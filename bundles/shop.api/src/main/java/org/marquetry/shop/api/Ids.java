package org.marquetry.shop.api;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The one rule for every id that comes from outside.
final class Ids {
  private static final int MAX_BYTES = 64;

  private Ids() {}

  static String check(String type, String value) {
    Objects.requireNonNull(value, type);
    if (value.length() <= MAX_BYTES && isPlain(value)) {
      return value; // nearly all: each event is checked whenever it is read
    }
    if (value.isBlank()) {
      throw new IllegalArgumentException(type + " must not be blank");
    }
    if (value.length() * 3 > MAX_BYTES // a char has at most 3 bytes
        && (value.length() > MAX_BYTES
            || value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES)) {
      throw new IllegalArgumentException(
          type
              + " must be at most "
              + MAX_BYTES
              + " UTF-8 bytes, got "
              + value.length()
              + " characters");
    }
    for (int i = 0; i < value.length(); i++) { // every event has some ids: no stream here
      if (Character.isISOControl(value.charAt(i))) {
        throw new IllegalArgumentException(type + " must hold no control characters");
      }
    }
    return value;
  }

  /// Whether it is printable ASCII with something to see.
  private static boolean isPlain(String value) {
    boolean visible = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
      visible |= c > ' ';
    }
    return visible;
  }

  /// Length of a text in UTF-8.
  static int bytes(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return text.getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return text.length();
  }
}
