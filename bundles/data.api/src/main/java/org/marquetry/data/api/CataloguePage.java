package org.marquetry.data.api;

import java.util.List;

/// One page of the catalogue.
///
/// @param found how many products the query finds in all
public record CataloguePage(int found, List<Product> products) {
  public CataloguePage {
    products = List.copyOf(products);
  }
}
