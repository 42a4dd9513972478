package org.marquetry.search.lucene;

import java.util.List;
import java.util.regex.Pattern;

/// Finds the words of an English title that name the thing itself.
///
/// "Amana 1.5 cu. ft. Over the Range Microwave in White" is a microwave: the last words before the
/// first "with", "for", "in" (not the unit) or parenthesis.
final class Head {
  private static final int WORDS = 3;
  private static final Pattern END =
      Pattern.compile(
          "\\s+(?:with|for|from|featuring|including)\\s|(?<!\\d)\\s+in\\s+(?!x\\b)|\\s[-–|]\\s|[(,;]");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Head() {}

  static String of(String form) {
    List<String> words = BLANKS.splitAsStream(END.split(form, 2)[0].strip()).toList();
    return String.join(" ", words.subList(Math.max(0, words.size() - WORDS), words.size()));
  }
}
