package org.marquetry.search.lucene;

import java.util.function.Consumer;

/// Where the products of an index come from.
interface Products {
  /// Return about how many there are, for the progress.
  long size();

  /// Hand over each product, in the order of their ids.
  void forEach(Consumer<CatalogueRow> consumer);
}
