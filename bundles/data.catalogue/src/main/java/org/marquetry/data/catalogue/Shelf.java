package org.marquetry.data.catalogue;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.marquetry.data.api.CataloguePage;
import org.marquetry.data.api.CatalogueQuery;
import org.marquetry.data.api.CatalogueQuery.By;
import org.marquetry.data.api.CatalogueQuery.Stock;
import org.marquetry.data.api.Product;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.ProductId;

/// All products as of one moment.
///
/// @param products by id
record Shelf(Map<ProductId, Product> products) {
  Shelf {
    products = Collections.unmodifiableMap(new LinkedHashMap<>(products));
  }

  CataloguePage page(CatalogueQuery query) {
    List<Product> found =
        products.values().stream().filter(asked(query)).sorted(order(query)).toList();
    int from = Math.min(query.offset(), found.size());
    int to = Math.min(found.size(), from + query.limit());
    return new CataloguePage(found.size(), found.subList(from, to));
  }

  List<String> categories() {
    return products.values().stream()
        .flatMap(p -> p.category().stream())
        .distinct()
        .sorted()
        .toList();
  }

  List<Product> family(String family) {
    return products.values().stream()
        .filter(p -> p.family().filter(family::equals).isPresent())
        .sorted(
            Comparator.comparing((Product p) -> p.colour().orElse(""))
                .thenComparing(p -> p.size().orElse(""))
                .thenComparing(Product::id))
        .toList();
  }

  private static Predicate<Product> asked(CatalogueQuery query) {
    String search = query.search().strip().toLowerCase(Locale.ROOT);
    return product ->
        (search.isEmpty() || names(product).contains(search))
            && (query.category().isEmpty() || query.category().equals(product.category()))
            && (query.stock().isEmpty() || query.stock().get() == stock(product));
  }

  private static String names(Product product) {
    return String.join(
            "\n",
            product.id().value(),
            product.title().orElse(""),
            product.brand().orElse(""),
            product.category().orElse(""),
            product.subcategory().orElse(""))
        .toLowerCase(Locale.ROOT);
  }

  static Stock stock(Product product) {
    if (product.stock().isEmpty()) {
      return Stock.UNKNOWN;
    }
    long units = product.stock().getAsLong();
    if (units == 0) {
      return Stock.SOLD_OUT;
    }
    return units <= CatalogueQuery.FEW ? Stock.FEW : Stock.ENOUGH;
  }

  private static Comparator<Product> order(CatalogueQuery query) {
    Function<Product, Optional<? extends Comparable<?>>> key = key(query.by());
    Comparator<Product> known =
        (a, b) -> {
          Optional<? extends Comparable<?>> x = key.apply(a);
          Optional<? extends Comparable<?>> y = key.apply(b);
          if (x.isEmpty() || y.isEmpty()) {
            return Boolean.compare(x.isEmpty(), y.isEmpty());
          }
          int way = compare(x.get(), y.get());
          return query.descending() ? -way : way;
        };
    return known.thenComparing(Product::id);
  }

  @SuppressWarnings("unchecked") // one key gives values of one type
  private static int compare(Comparable<?> a, Comparable<?> b) {
    return ((Comparable<Object>) a).compareTo(b);
  }

  private static Function<Product, Optional<? extends Comparable<?>>> key(By by) {
    return switch (by) {
      case TITLE -> p -> Optional.of(p.called().toLowerCase(Locale.ROOT));
      case PRICE -> p -> p.price().map(Money::minor);
      case STOCK -> p -> boxed(p.stock());
      case SOLD -> p -> Optional.of(p.sold());
      case RATING -> p -> boxed(p.rating());
    };
  }

  private static Optional<Long> boxed(OptionalLong value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(value.getAsLong());
  }

  private static Optional<Double> boxed(OptionalDouble value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(value.getAsDouble());
  }
}
