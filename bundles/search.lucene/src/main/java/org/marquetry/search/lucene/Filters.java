package org.marquetry.search.lucene;

import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.marquetry.search.api.SearchRequest;
import org.marquetry.shop.api.Money;

/// Adds the filters of a request to the query of its words.
final class Filters {
  private Filters() {}

  /// Return the query with the filters; a blank text finds all that they allow.
  static Query apply(SearchRequest request, Query words) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(request.text().isBlank() ? MatchAllDocsQuery.INSTANCE : words, Occur.MUST);
    request.category().ifPresent(c -> all.add(exactly(Fields.CATEGORY_EXACT, c), Occur.FILTER));
    request.brand().ifPresent(b -> all.add(exactly(Fields.BRAND_EXACT, b), Occur.FILTER));
    request.atLeast().ifPresent(low -> addPrice(all, low, low.minor(), Long.MAX_VALUE));
    request.atMost().ifPresent(high -> addPrice(all, high, Long.MIN_VALUE, high.minor()));
    return all.build();
  }

  private static void addPrice(BooleanQuery.Builder all, Money bound, long low, long high) {
    all.add(new TermQuery(new Term(Fields.CURRENCY, bound.currency())), Occur.FILTER);
    all.add(LongField.newRangeQuery(Fields.PRICE, low, high), Occur.FILTER);
  }

  private static Query exactly(String field, String name) {
    return new TermQuery(new Term(field, ProductIndexer.exact(name)));
  }
}
