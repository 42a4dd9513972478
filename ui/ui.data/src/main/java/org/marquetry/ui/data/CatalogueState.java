package org.marquetry.ui.data;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.marquetry.data.api.CatalogueQuery;
import org.marquetry.data.api.CatalogueQuery.By;
import org.marquetry.data.api.CatalogueQuery.Stock;

/// What the catalogue shows: its state in the address,
/// `?search=dress&category=Clothes&stock=few&by=price&descending=true`.
record CatalogueState(
    String search, Optional<String> category, Optional<Stock> stock, By by, boolean descending) {
  static final CatalogueState FIRST =
      new CatalogueState("", Optional.empty(), Optional.empty(), By.SOLD, true);

  static CatalogueState of(QueryParameters address) {
    Optional<By> by = word(address, "by", By.values());
    return new CatalogueState(
        address.getSingleParameter("search").orElse(""),
        address.getSingleParameter("category").filter(c -> !c.isEmpty()),
        word(address, "stock", Stock.values()),
        by.orElse(FIRST.by),
        address
            .getSingleParameter("descending")
            .map(Boolean::parseBoolean)
            .orElse(by.isEmpty() && FIRST.descending));
  }

  private static <E extends Enum<E>> Optional<E> word(
      QueryParameters address, String name, E[] values) {
    return address
        .getSingleParameter(name)
        .flatMap(text -> Arrays.stream(values).filter(v -> word(v).equals(text)).findFirst());
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What stands in the address; nothing for what is so anyway.
  QueryParameters toAddress() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (!search.isEmpty()) {
      values.put("search", List.of(search));
    }
    category.ifPresent(c -> values.put("category", List.of(c)));
    stock.ifPresent(s -> values.put("stock", List.of(word(s))));
    if (by != FIRST.by || descending != FIRST.descending) {
      values.put("by", List.of(word(by)));
      values.put("descending", List.of(Boolean.toString(descending)));
    }
    return new QueryParameters(values);
  }

  /// Whether every product is asked for.
  boolean isAll() {
    return search.isEmpty() && category.isEmpty() && stock.isEmpty();
  }

  CatalogueQuery page(int offset, int limit) {
    return new CatalogueQuery(search, category, stock, by, descending, offset, limit);
  }

  CatalogueState withSearch(String text) {
    return new CatalogueState(text, category, stock, by, descending);
  }

  CatalogueState withCategory(Optional<String> wanted) {
    return new CatalogueState(search, wanted, stock, by, descending);
  }

  CatalogueState withStock(Optional<Stock> wanted) {
    return new CatalogueState(search, category, wanted, by, descending);
  }

  CatalogueState withOrder(By order, boolean down) {
    return new CatalogueState(search, category, stock, order, down);
  }
}
