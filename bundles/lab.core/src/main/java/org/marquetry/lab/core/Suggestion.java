package org.marquetry.lab.core;

import java.util.Collection;
import java.util.Comparator;

/// Guess what a mistyped word should have been.
final class Suggestion {
  private Suggestion() {}

  /// Return `; did you mean PREFIXword?` when a known word is near, else the list of all.
  static String of(String word, Collection<String> known, String prefix) {
    return known.stream()
        .min(Comparator.comparingInt(k -> distance(word, k)))
        .filter(k -> distance(word, k) <= Math.max(1, word.length() / 3))
        .map(k -> "; did you mean " + prefix + k + "?")
        .orElse("; known are " + prefix + String.join(", " + prefix, known));
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
