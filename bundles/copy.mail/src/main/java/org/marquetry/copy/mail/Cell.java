package org.marquetry.copy.mail;

import org.marquetry.shop.api.ProductId;

/// A place for a product.
sealed interface Cell {
  /// The same for everybody.
  record Fixed(ProductId product) implements Cell {}

  /// The reader's own.
  ///
  /// @param rank from 0
  record Suited(int rank) implements Cell {}
}
