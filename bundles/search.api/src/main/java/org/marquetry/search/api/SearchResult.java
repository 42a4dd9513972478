package org.marquetry.search.api;

import java.util.List;

/// What a search found, with what one may narrow it by.
///
/// @param hits best first, at most as many as asked for
/// @param found how many fit; counted up to [SearchRequest#MAX_LIMIT]
/// @param categories of the products that fit the words and all other filters, the most common
///   first
/// @param brands likewise
public record SearchResult(
    List<ProductHit> hits, int found, List<Facet> categories, List<Facet> brands) {
  public SearchResult {
    hits = List.copyOf(hits);
    categories = List.copyOf(categories);
    brands = List.copyOf(brands);
  }

  /// One value to narrow by.
  ///
  /// @param products how many would be left
  public record Facet(String name, int products) {}
}
