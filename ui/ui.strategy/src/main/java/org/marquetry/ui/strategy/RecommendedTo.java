package org.marquetry.ui.strategy;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.marquetry.recommend.api.Whom;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.ProductId;

/// Whom the page is about, and which product is asked after, as its address says.
///
/// @param products of a basket or visit, when there is no customer
/// @param why a product that is asked after
record RecommendedTo(
    Optional<CustomerId> customer, List<ProductId> products, Optional<ProductId> why) {
  static final RecommendedTo NOBODY =
      new RecommendedTo(Optional.empty(), List.of(), Optional.empty());

  private static final String CUSTOMER = "customer";
  private static final String PRODUCT = "product";
  private static final String WHY = "why";

  /// What cannot be an id is passed over.
  static RecommendedTo of(QueryParameters address) {
    Map<String, List<String>> given = address.getParameters();
    return new RecommendedTo(
        read(given, CUSTOMER, CustomerId::new).findFirst(),
        read(given, PRODUCT, ProductId::new).distinct().toList(),
        read(given, WHY, ProductId::new).findFirst());
  }

  private static <T> Stream<T> read(
      Map<String, List<String>> given, String name, Function<String, T> id) {
    return given.getOrDefault(name, List.of()).stream()
        .flatMap(text -> {
          try {
            return Stream.of(Objects.requireNonNull(id.apply(text)));
          } catch (IllegalArgumentException e) {
            return Stream.empty();
          }
        });
  }

  QueryParameters toAddress() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    customer.ifPresent(c -> values.put(CUSTOMER, List.of(c.value())));
    if (!products.isEmpty()) {
      values.put(PRODUCT, products.stream().map(ProductId::value).toList());
    }
    why.ifPresent(p -> values.put(WHY, List.of(p.value())));
    return new QueryParameters(values);
  }

  Whom whom() {
    return customer.<Whom>map(Whom.Customer::new).orElseGet(() -> new Whom.Session(products));
  }

  RecommendedTo to(Optional<CustomerId> other) {
    return new RecommendedTo(other, other.isPresent() ? List.of() : products, why);
  }

  RecommendedTo with(List<ProductId> others) {
    return new RecommendedTo(others.isEmpty() ? customer : Optional.empty(), others, why);
  }

  RecommendedTo asking(Optional<ProductId> product) {
    return new RecommendedTo(customer, products, product);
  }
}
