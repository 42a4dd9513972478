package org.marquetry.search.lucene;

import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/// All words of a query with the ways to find each; a product needs at least one of them.
record QueryPlan(List<WordPlan> words) {
  QueryPlan {
    words = List.copyOf(words);
  }

  Query query() {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (WordPlan word : words) {
      all.add(word.query(), Occur.SHOULD);
    }
    return all.build();
  }
}
