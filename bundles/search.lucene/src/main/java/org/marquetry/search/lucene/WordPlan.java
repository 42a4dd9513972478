package org.marquetry.search.lucene;

import java.util.List;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;

/// One word of the query and all the ways to find it; the best one counts, the others add a little.
///
/// @param bonus whether the word only adds to others (a pair of words, a measure): it is not missed
///   when absent
record WordPlan(String word, boolean bonus, List<Alternative> alternatives) {
  /// What the second-best field adds; by the relevance test the best of 0.1, 0.3, 0.6 and 1.
  static final float TIE = 0.3f;

  WordPlan {
    alternatives = List.copyOf(alternatives);
  }

  static WordPlan bonus(String word, Alternative... alternatives) {
    return new WordPlan(word, true, List.of(alternatives));
  }

  Query query() {
    return new DisjunctionMaxQuery(alternatives.stream().map(Alternative::query).toList(), TIE);
  }
}
