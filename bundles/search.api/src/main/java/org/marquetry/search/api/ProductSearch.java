package org.marquetry.search.api;

import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.shop.api.ProductId;
import org.osgi.annotation.versioning.ProviderType;

/// Finds products of the shop by words in English or Chinese. Safe for use by many threads;
/// searches go on while a new index is built, and see the old one until the new one is complete.
@ProviderType
@Requires("search.read")
public interface ProductSearch {
  /// Build the index anew from the published view `v1.products`, and take it in use when it is
  /// complete.
  ///
  /// @return what was indexed
  /// @throws SearchException if another build runs, the work was cancelled, or the files cannot be
  ///   written; the index that was in use stays in use
  @Requires("search.build")
  IndexReport build(Progress progress);

  /// Return the products that fit the words best, best first. A product needs one of the words; the
  /// more and the rarer the words it has, the higher it stands. Ties stand in the order of the
  /// product ids.
  ///
  /// @return at most [SearchRequest#limit] hits; empty when nothing fits or nothing was indexed yet
  List<ProductHit> find(SearchRequest request);

  /// Find products as a page shows them: those that fit about as well as the best one (at least
  /// half its score), and how many there are of each category and brand.
  SearchResult search(SearchRequest request);

  /// Return the products whose title, category and brand are most like those of a product, best
  /// first, without itself.
  ///
  /// @param limit 1 to 1,000
  /// @return empty when the product is not in the index
  List<ProductHit> similar(ProductId product, int limit);

  /// Say why a product stands where it stands for a request.
  ///
  /// @return empty when the product is not in the index, or none of the words is found in it, or a
  ///   filter keeps it out
  Optional<HitReason> explain(SearchRequest request, ProductId product);
}
