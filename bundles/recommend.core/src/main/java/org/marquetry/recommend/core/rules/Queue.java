package org.marquetry.recommend.core.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.marquetry.recommend.core.rules.Ranking.Candidate;

/// Products in the order of their scores after the rules.
///
/// @param in without those that a rule took out
/// @param out by item
/// @param settled how many of the first keep their place whatever the model's list goes on with
record Queue(List<Candidate> in, Map<Integer, Out> out, boolean isWhole, int settled) {
  private static final Comparator<Candidate> ORDER =
      Comparator.comparingDouble((Candidate c) -> -c.score())
          .thenComparingInt(Candidate::modelRank);

  /// @param rule id of the rule that took it out
  record Out(Candidate candidate, String rule) {}

  /// @param unseen a score that nothing beyond what was seen can pass
  static Queue of(List<Candidate> in, Map<Integer, Out> out, boolean isWhole, double unseen) {
    List<Candidate> sorted = in.stream().sorted(ORDER).toList();
    int settled = isWhole ? sorted.size() : 0;
    while (!isWhole && settled < sorted.size() && sorted.get(settled).score() >= unseen) {
      settled++;
    }
    return new Queue(sorted, out, isWhole, settled);
  }

  static boolean isBefore(Candidate first, Candidate second) {
    return ORDER.compare(first, second) < 0;
  }

  /// Of the product at a place from 0, in (0, 1].
  static double relevance(int place) {
    return 1 / (Math.log(place + 2) / Math.log(2));
  }
}
