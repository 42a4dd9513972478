package org.marquetry.autopilot.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.FactNames;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.ProductId;
import org.marquetry.warehouse.api.Row;
import org.marquetry.warehouse.api.Warehouse;

/// The products that messages may name, and what may be said about them.
final class Catalogue {
  private static final String COLUMNS =
      "product_id, title, category, subcategory, brand, price_minor, currency, unit FROM v1.products";

  private final Map<ProductId, Product> products = new HashMap<>();

  /// What is known about a product.
  record Product(
      ProductId id,
      Optional<String> title,
      Optional<String> category,
      Optional<String> subcategory,
      Optional<String> brand,
      Optional<Money> price,
      Optional<String> unit) {
    /// What people call it: its title, else its most exact category; empty when it has neither.
    Optional<String> name() {
      return title.or(() -> subcategory).or(() -> category);
    }

    /// The facts for copy, named by their column.
    List<Fact> facts() {
      List<Fact> facts = new ArrayList<>();
      name().ifPresent(n -> facts.add(Fact.text(FactNames.PRODUCT_TITLE, n, "v1.products")));
      category.ifPresent(
          c -> facts.add(Fact.text(FactNames.PRODUCT_CATEGORY, c, "v1.products.category")));
      brand.ifPresent(b -> facts.add(Fact.text(FactNames.PRODUCT_BRAND, b, "v1.products.brand")));
      price
          .filter(p -> p.minor() > 0)
          .ifPresent(
              p -> facts.add(Fact.money(FactNames.PRODUCT_PRICE, p, "v1.products.price_minor")));
      unit.filter(u -> !named(u))
          .ifPresent(u -> facts.add(Fact.text(FactNames.PRODUCT_SIZE, u, "v1.products.unit")));
      return facts;
    }

    private boolean named(String size) {
      return name()
          .filter(n -> n.toLowerCase(Locale.ROOT).contains(size.toLowerCase(Locale.ROOT)))
          .isPresent();
    }
  }

  static Catalogue read(Warehouse warehouse) {
    Catalogue catalogue = new Catalogue();
    warehouse.scan("SELECT " + COLUMNS, List.of(), r -> catalogue.add(product(r)));
    return catalogue;
  }

  /// The products that were ordered most, best first; without a name they are left out.
  List<Product> bestSellers(Warehouse warehouse, int limit) {
    return warehouse
        .query(
            """
            SELECT product_id, count(DISTINCT order_id) AS orders FROM v1.events
            WHERE product_id IS NOT NULL AND type IN ('ordered', 'reviewed')
            GROUP BY 1 ORDER BY 2 DESC, count(*) DESC, 1 LIMIT ?
            """,
            List.of(limit * 10L),
            r -> new ProductId(r.string("product_id")))
        .stream()
        .flatMap(id -> find(id).stream())
        .filter(p -> p.name().isPresent())
        .limit(limit)
        .toList();
  }

  Optional<Product> find(ProductId id) {
    return Optional.ofNullable(products.get(id));
  }

  /// What people call a product, its id when nothing else is known.
  String name(ProductId id) {
    return find(id).flatMap(Product::name).orElse(id.value());
  }

  int size() {
    return products.size();
  }

  private void add(Product p) {
    products.put(p.id(), p);
  }

  private static Product product(Row r) {
    Optional<Money> price =
        r.optLong("price_minor").isPresent() && !r.isNull("currency")
            ? Optional.of(new Money(r.longValue("price_minor"), r.string("currency")))
            : Optional.empty();
    return new Product(
        new ProductId(r.string("product_id")),
        r.optString("title"),
        r.optString("category"),
        r.optString("subcategory"),
        r.optString("brand"),
        price,
        r.optString("unit"));
  }
}
