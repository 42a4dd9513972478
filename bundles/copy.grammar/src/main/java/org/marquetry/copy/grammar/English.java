package org.marquetry.copy.grammar;

import java.util.Locale;
import java.util.regex.Pattern;

/// English word forms.
final class English {
  /// Begins with a vowel letter but sounds like "you" or "won".
  private static final Pattern CONSONANT =
      Pattern.compile(
          "(?i)(?:uni(?!n|m)|us[aeiu]|u[bv]|utopi|ura|euro|eu|ew|one\\b|once|USB|UFO).*");

  /// Begins with a vowel, a silent h, an eight or eleven, or an abbreviation that is spelt from a
  /// vowel sound (LED).
  private static final Pattern VOWEL =
      Pattern.compile(
          "(?i:[aeiou]|hour|honest|heir|honou?r|8|11\\b|18\\b).*|[FHLMNRSX](?:[A-Z0-9]{1,4}\\b|-).*");

  private static final Pattern WORD_EDGE = Pattern.compile("(?<= )|(?= )");
  private static final Pattern SHOUTED = Pattern.compile("[^a-z]*[A-Z][^a-z]*[A-Z][^a-z]*");

  private English() {}

  /// Return a noun with "a" or "an", by its sound.
  static String withArticle(String noun) {
    boolean vowel = VOWEL.matcher(noun).matches() && !CONSONANT.matcher(noun).matches();
    return (vowel ? "an " : "a ") + noun;
  }

  /// Return the form for a count: `order/orders` or `box/boxes`.
  static String counted(long count, String forms) {
    String[] both = forms.split("/", 2);
    String word = count == 1 || both.length == 1 ? both[0] : both[1];
    return String.format(Locale.ROOT, "%,d", count) + " " + word;
  }

  private static boolean shouted(String name) {
    return name.length() >= 5 && SHOUTED.matcher(name).matches();
  }

  /// Return a name as it stands in a text: a name that is shouted (all capitals, as catalogues do)
  /// in title case.
  static String name(String name) {
    if (!shouted(name)) {
      return name;
    }
    StringBuilder calm = new StringBuilder(name.toLowerCase(Locale.ROOT));
    for (int i = 0; i < calm.length(); i++) {
      boolean begins = i == 0 || " /&-(:".indexOf(calm.charAt(i - 1)) >= 0;
      if (begins) {
        calm.setCharAt(i, Character.toUpperCase(calm.charAt(i)));
      }
    }
    return calm.toString();
  }

  /// Return a common noun in the middle of a sentence: lower case, unless a word mixes cases or is
  /// a short abbreviation.
  static String lower(String noun) {
    if (shouted(noun)) {
      return noun.toLowerCase(Locale.ROOT);
    }
    StringBuilder text = new StringBuilder();
    for (String word : WORD_EDGE.splitAsStream(noun).toList()) {
      boolean plain =
          word.length() > 1 && word.substring(1).equals(word.substring(1).toLowerCase(Locale.ROOT));
      text.append(plain ? word.toLowerCase(Locale.ROOT) : word);
    }
    return text.toString();
  }

  /// Return a name in the middle of a sentence: lower case when it is shouted, as it is otherwise.
  static String calm(String name) {
    return shouted(name) ? name.toLowerCase(Locale.ROOT) : name;
  }

  static String span(long days) {
    if (days < 14) return counted(days, "day/days");
    if (days < 60) return counted(days / 7, "week/weeks");
    if (days < 730) return counted(days / 30, "month/months");
    return counted(days / 365, "year/years");
  }
}
