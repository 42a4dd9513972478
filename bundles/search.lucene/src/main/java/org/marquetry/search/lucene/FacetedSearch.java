package org.marquetry.search.lucene;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.marquetry.search.api.ProductHit;
import org.marquetry.search.api.SearchRequest;
import org.marquetry.search.api.SearchResult;
import org.marquetry.search.api.SearchResult.Facet;

/// Counts what was found by category and brand. Each is counted without its own filter, so that a
/// person sees what another choice would give.
final class FacetedSearch {
  /// What a hit must have of the best one's score: with less, a word that counts is missing.
  private static final double CLOSE = 0.5;

  private FacetedSearch() {}

  static SearchResult of(SearchRequest request, Function<SearchRequest, List<ProductHit>> search) {
    SearchRequest all = request.toBuilder().limit(SearchRequest.MAX_LIMIT).build();
    List<ProductHit> hits = search.apply(all);
    double best = hits.isEmpty() ? 0 : hits.getFirst().score();
    boolean narrowed = request.category().isPresent() || request.brand().isPresent();
    if (narrowed && !request.text().isBlank()) {
      List<ProductHit> open =
          search.apply(all.toBuilder().category(null).brand(null).limit(1).build());
      best = open.isEmpty() ? best : Math.max(best, open.getFirst().score());
    }
    double least = CLOSE * best;
    List<ProductHit> close = close(hits, least);
    return new SearchResult(
        close.subList(0, Math.min(request.limit(), close.size())),
        close.size(),
        facets(
            request.category().isEmpty()
                ? close
                : close(search.apply(all.toBuilder().category(null).build()), least),
            ProductHit::category),
        facets(
            request.brand().isEmpty()
                ? close
                : close(search.apply(all.toBuilder().brand(null).build()), least),
            ProductHit::brand));
  }

  private static List<ProductHit> close(List<ProductHit> hits, double least) {
    return hits.stream().filter(hit -> hit.score() >= least).toList();
  }

  private static List<Facet> facets(
      List<ProductHit> hits, Function<ProductHit, Optional<String>> by) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    hits.forEach(hit -> by.apply(hit).ifPresent(name -> counts.merge(name, 1, Integer::sum)));
    return counts.entrySet().stream()
        .map(e -> new Facet(e.getKey(), e.getValue()))
        .sorted(Comparator.comparingInt((Facet f) -> -f.products()).thenComparing(Facet::name))
        .toList();
  }
}
