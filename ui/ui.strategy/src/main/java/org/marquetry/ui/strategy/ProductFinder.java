package org.marquetry.ui.strategy;

import com.vaadin.flow.data.provider.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.marquetry.data.api.Catalogue;
import org.marquetry.data.api.CatalogueQuery;
import org.marquetry.data.api.Product;
import org.marquetry.shop.api.ProductId;

/// Finds products for a field to choose from, and knows what they are called.
final class ProductFinder {
  private final Catalogue catalogue;
  private final Map<ProductId, String> names = new ConcurrentHashMap<>();

  ProductFinder(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// Learn what some products are called, at most a page of them.
  void learn(List<ProductId> products) {
    List<ProductId> unknown =
        products.stream().filter(p -> !names.containsKey(p)).distinct().toList();
    if (!unknown.isEmpty()) {
      catalogue.products(unknown).forEach(this::learn);
    }
  }

  private void learn(Product product) {
    names.put(product.id(), product.called());
  }

  /// Its title, else its id.
  String called(ProductId product) {
    return names.getOrDefault(product, product.value());
  }

  /// A part of what a search finds.
  Stream<ProductId> found(Query<ProductId, String> query) {
    List<Product> page =
        catalogue
            .page(question(query, query.getOffset(), Math.max(1, query.getLimit())))
            .products();
    page.forEach(this::learn);
    return page.stream().map(Product::id);
  }

  int count(Query<ProductId, String> query) {
    return catalogue.page(question(query, 0, 1)).found();
  }

  private static CatalogueQuery question(Query<ProductId, String> query, int offset, int limit) {
    return new CatalogueQuery(
        query.getFilter().orElse(""),
        Optional.empty(),
        Optional.empty(),
        CatalogueQuery.By.TITLE,
        false,
        offset,
        Math.min(limit, Catalogue.MAX_PAGE));
  }
}
