package org.marquetry.access.core;

import java.text.Normalizer;
import java.util.Locale;

/// What people type at log-in.
final class Names {
  private static final int MAX_NAME = 64;
  private static final int MIN_PASSWORD = 10;
  private static final int MAX_PASSWORD = 1000;

  private Names() {}

  /// The form in which names are compared: without outer blanks, case and compatibility variants.
  static String key(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  static String checkedName(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > MAX_NAME) {
      throw new IllegalArgumentException("the name must have 1 to " + MAX_NAME + " characters");
    }
    if (stripped.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("the name must not hold control characters");
    }
    return stripped;
  }

  static void checkPassword(String password) {
    if (password.length() < MIN_PASSWORD || password.length() > MAX_PASSWORD) {
      throw new IllegalArgumentException(
          "the password must have " + MIN_PASSWORD + " to " + MAX_PASSWORD + " characters");
    }
  }

  /// Tell whether a password can be one; a longer one is not worth hashing.
  static boolean possible(String password) {
    return password.length() <= MAX_PASSWORD;
  }

  static String checkedLanguage(String language) {
    if (!language.equals("en") && !language.equals("zh-CN")) {
      throw new IllegalArgumentException("the language must be en or zh-CN, got " + language);
    }
    return language;
  }
}
