package org.marquetry.feature.core.source;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.api.function.Executable;
import org.marquetry.shop.api.Worded;
import org.marquetry.shop.api.Words;

/// Looks at what is said in two languages.
public final class Spoken {
  private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}，。：；（）“”、]");
  private static final Pattern NAMED = Pattern.compile("`[^`]+`|/[\\w./-]+|\\d[\\w.]*");

  private Spoken() {}

  /// Check that it is refused, and that it is said in each language.
  ///
  /// @param part of what is said in English
  static void refused(String part, Executable act) {
    Words words = assertInstanceOf(Worded.class, assertThrows(RuntimeException.class, act)).words();
    assertTrue(words.en().contains(part), words.en());
    both(words);
  }

  /// Check that both are what they should be: the Chinese one names the same commands, files and
  /// numbers.
  public static void both(Words words) {
    assertFalse(CHINESE.matcher(words.en()).find(), words.en());
    assertTrue(words.zh().codePoints().anyMatch(Character::isIdeographic), words.zh());
    NAMED
        .matcher(words.en())
        .results()
        .forEach(named -> assertTrue(words.zh().contains(named.group()), words::toString));
  }
}
