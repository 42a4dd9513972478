package org.marquetry.search.lucene;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.marquetry.search.api.MatchKind;

/// One way in which a word of the query may be found: a term of a field, and what a match there is
/// worth.
record Alternative(String field, String term, MatchKind kind, float weight) {
  Query query() {
    Term at = new Term(field, term);
    Query query =
        kind == MatchKind.PREFIX ? new ConstantScoreQuery(new PrefixQuery(at)) : new TermQuery(at);
    return new BoostQuery(query, weight);
  }
}
