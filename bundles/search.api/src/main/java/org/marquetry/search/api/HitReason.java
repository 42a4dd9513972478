package org.marquetry.search.api;

import java.util.List;
import org.marquetry.shop.api.ProductId;

/// Why a product stands where it stands: the words that were found in it, the weightiest first.
///
/// @param score as in [ProductHit]
/// @param missing words of the request that were not found in the product, in the order they were
///   typed
public record HitReason(
    ProductId product, double score, List<FoundWord> found, List<String> missing) {
  public HitReason {
    found = List.copyOf(found);
    missing = List.copyOf(missing);
  }

  /// One word of the request in one part of the product.
  ///
  /// @param word as typed, lower case
  /// @param part where it was found
  /// @param match the indexed form that matched ("drill" for "drills")
  /// @param kind how it was found
  /// @param share of the product's score, in [0, 1]; the shares of a reason sum to 1
  public record FoundWord(String word, Part part, String match, MatchKind kind, double share) {}

  /// A part of a product.
  public enum Part {
    TITLE,
    /// The words of the title that name the thing itself.
    TITLE_HEAD,
    CATEGORY,
    BRAND,
    /// Description and attributes.
    TEXT
  }
}
