package org.marquetry.copy.grammar;

import java.util.regex.Pattern;
import org.marquetry.copy.api.CopyLanguage;

/// What stands for a number in a text.
final class NumberWords {
  static final Pattern DIGITS = Pattern.compile("[\\p{Nd}]+(?:[.,][\\p{Nd}]+)*\\s?%?");

  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundreds?|thousands?"
              + "|millions?|dozens?|half|twice|double|triple)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CHINESE =
      Pattern.compile("[二两三四五六七八九十百千万亿半]+(?:[个件次元块天周月年折倍人位款双份箱瓶包张]|小时|分钟)|一折|买一");

  private NumberWords() {}

  static Pattern words(CopyLanguage language) {
    return language == CopyLanguage.ZH ? CHINESE : ENGLISH;
  }
}
