package org.marquetry.copy.grammar;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.FactNames;
import org.marquetry.lab.spi.Column;
import org.marquetry.lab.spi.Table;
import org.marquetry.shop.api.Money;

/// Reads the facts of each product from a table by the usual names of the columns.
final class ProductFacts {
  private static final List<Map.Entry<String, List<String>>> NAMES =
      List.of(
          Map.entry(
              FactNames.PRODUCT_TITLE,
              List.of("title", "product_title", "name", "product_name", "product_type")),
          Map.entry(
              FactNames.PRODUCT_CATEGORY, List.of("category", "product_category", "department")),
          Map.entry(FactNames.PRODUCT_BRAND, List.of("brand_name", "manufacturer", "maker")),
          Map.entry(FactNames.PRODUCT_SIZE, List.of("size", "package_size")),
          Map.entry(FactNames.PRODUCT_MATERIAL, List.of("material")),
          Map.entry(FactNames.PRODUCT_COLOUR, List.of("colour", "color")));

  private final Table table;
  private final Map<String, Column> columns = new LinkedHashMap<>();

  ProductFacts(Table table) {
    this.table = table;
    NAMES.forEach(e -> find(e.getValue()).ifPresent(column -> columns.put(e.getKey(), column)));
    if (!columns.containsKey(FactNames.PRODUCT_TITLE)) table.column("title"); // tells what there is
  }

  private Optional<Column> find(List<String> names) {
    return names.stream().map(table::find).flatMap(Optional::stream).findFirst();
  }

  /// Return the facts of a row; empty when the product has no title.
  List<Fact> of(int row) {
    List<Fact> facts = new ArrayList<>();
    columns.forEach((fact, column) -> {
      if (!column.text(row).isBlank()) facts.add(Fact.text(fact, column.text(row), column.name()));
    });
    Optional<Column> price = table.find("price");
    Optional<Column> currency = table.find("currency");
    if (price.isPresent() && currency.isPresent() && !price.get().text(row).isBlank()) {
      BigDecimal major = BigDecimal.valueOf(price.get().number(row));
      facts.add(
          Fact.money(FactNames.PRODUCT_PRICE, Money.of(major, currency.get().text(row)), "price"));
    }
    return facts.stream().anyMatch(f -> f.name().equals(FactNames.PRODUCT_TITLE))
        ? facts
        : List.of();
  }
}
