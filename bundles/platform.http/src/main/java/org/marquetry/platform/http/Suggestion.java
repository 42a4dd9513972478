package org.marquetry.platform.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The word that was probably meant.
final class Suggestion {
  private Suggestion() {}

  /// @return the nearest of the words, unless it is more than a third of the letters away
  static Optional<String> of(String typed, Collection<String> words) {
    return words.stream()
        .min(Comparator.comparingInt((String w) -> distance(typed, w)).thenComparing(w -> w))
        .filter(w -> distance(typed, w) <= Math.max(1, w.length() / 3));
  }

  /// Levenshtein's distance, letter case aside.
  static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int same = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(same, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
