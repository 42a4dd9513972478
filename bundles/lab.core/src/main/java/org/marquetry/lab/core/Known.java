package org.marquetry.lab.core;

import java.util.Collection;
import org.marquetry.lib.suggestion.Suggestion;

/// Tells who mistyped a word what there is.
final class Known {
  private Known() {}

  /// Return `; did you mean PREFIXword?` when a known word is near, else the list of all.
  static String hint(String word, Collection<String> known, String prefix) {
    return Suggestion.closest(word, known)
        .map(k -> "; did you mean " + prefix + k + "?")
        .orElse("; known are " + prefix + String.join(", " + prefix, known));
  }
}
