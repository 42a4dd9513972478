package org.marquetry.copy.grammar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Picks the texts that repeat each other least, one after the other.
final class Variety {
  private final Set<String> seen = new HashSet<>();

  /// Take the candidate with the greatest share of runs of three letters not seen before; the first
  /// of equals.
  ///
  /// @param candidates at least one; the one taken is removed
  Candidate take(List<Candidate> candidates) {
    int best = 0;
    double most = -1;
    for (int i = 0; i < candidates.size(); i++) {
      double fresh = fresh(candidates.get(i).text());
      if (fresh > most) {
        most = fresh;
        best = i;
      }
    }
    Candidate taken = candidates.remove(best);
    seen.addAll(trigrams(taken.text()));
    return taken;
  }

  private double fresh(String text) {
    List<String> all = trigrams(text);
    return all.stream().filter(t -> !seen.contains(t)).count() / (double) Math.max(1, all.size());
  }

  private static List<String> trigrams(String text) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i + 3 <= text.length(); i++) {
      all.add(text.substring(i, i + 3));
    }
    return all;
  }
}
