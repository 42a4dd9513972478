package org.marquetry.search.lucene;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One product as the published view shows it; what the shop does not know is null.
///
/// @param priceMinor minor units of `currency`, null together with it
/// @param text description and attribute values as one text
/// @param otherTitles the title in other languages, from attributes such as `titleEn`
record CatalogueRow(
    String productId,
    @Nullable String title,
    @Nullable String category,
    @Nullable String subcategory,
    @Nullable String brand,
    @Nullable Long priceMinor,
    @Nullable String currency,
    @Nullable String text,
    List<String> otherTitles) {
  CatalogueRow {
    otherTitles = List.copyOf(otherTitles);
  }

  /// A row with one title.
  CatalogueRow(
      String productId,
      @Nullable String title,
      @Nullable String category,
      @Nullable String subcategory,
      @Nullable String brand,
      @Nullable Long priceMinor,
      @Nullable String currency,
      @Nullable String text) {
    this(productId, title, category, subcategory, brand, priceMinor, currency, text, List.of());
  }

  /// Return the text a person would call the product by: the title, else the narrowest category
  /// known, else nothing.
  @Nullable String shownTitle() {
    for (String candidate : new @Nullable String[] {title, subcategory, category}) {
      if (candidate != null && !candidate.isBlank()) {
        return candidate.strip();
      }
    }
    return null;
  }
}
