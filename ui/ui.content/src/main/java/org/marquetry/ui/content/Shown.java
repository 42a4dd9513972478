package org.marquetry.ui.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.marquetry.data.api.Catalogue;
import org.marquetry.data.api.CatalogueQuery;
import org.marquetry.data.api.CatalogueQuery.By;
import org.marquetry.data.api.Product;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.search.api.ProductHit;
import org.marquetry.search.api.SearchRequest;
import org.marquetry.search.api.SearchResult;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.ProductId;

/// What one search shows.
///
/// @param state what was asked for
/// @param products as last told, by id; empty for one who may not see the catalogue
/// @param inShop how many products there are at all
record Shown(
    SearchState state,
    SearchRequest request,
    SearchResult result,
    Map<ProductId, Product> products,
    int inShop) {

  /// Products that are looked at for the currency: one may have no price.
  private static final int SOME = 50;

  static Shown of(ContentServices services, SearchState state) {
    SearchRequest request = state.request(currency(services));
    SearchResult result = services.search().search(request);
    if (!Actor.current().may(Catalogue.READ)) {
      return new Shown(state, request, result, Map.of(), result.found());
    }
    List<ProductId> ids = result.hits().stream().map(ProductHit::product).toList();
    Map<ProductId, Product> products =
        services.catalogue().products(ids).stream()
            .collect(Collectors.toMap(Product::id, Function.identity()));
    return new Shown(state, request, result, products, inShop(services));
  }

  private static int inShop(ContentServices services) {
    return services.catalogue().page(all()).found();
  }

  private static CatalogueQuery all() {
    return new CatalogueQuery("", Optional.empty(), Optional.empty(), By.TITLE, false, 0, 1);
  }

  /// The currency that products are priced in.
  private static Optional<String> currency(ContentServices services) {
    return services.search().find(SearchRequest.of("", SOME)).stream()
        .flatMap(hit -> hit.price().stream())
        .map(Money::currency)
        .findFirst();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shown s
        && state.equals(s.state)
        && result.equals(s.result)
        && products.equals(s.products)
        && inShop == s.inShop;
  }

  @Override
  public int hashCode() {
    return result.hashCode() + 31 * products.hashCode() + inShop;
  }
}
