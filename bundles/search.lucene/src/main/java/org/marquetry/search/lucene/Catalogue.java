package org.marquetry.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;
import org.marquetry.lib.json.JsonValue.JsonString;
import org.marquetry.warehouse.api.Row;
import org.marquetry.warehouse.api.Warehouse;

/// Reads the products of the published view, in the order of their ids.
final class Catalogue implements Products {
  private static final String PRODUCTS =
      """
      select product_id, title, category, subcategory, brand, price_minor, currency, description,
             attributes::varchar as attributes
      from v1.products order by product_id
      """;
  private static final Pattern OTHER_TITLE = Pattern.compile("title[A-Z][A-Za-z]*");
  private final Warehouse warehouse;

  Catalogue(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  @Override
  public long size() {
    return warehouse
        .query("select count(*) as n from v1.products", List.of(), row -> row.longValue("n"))
        .getFirst();
  }

  @Override
  public void forEach(Consumer<CatalogueRow> consumer) {
    warehouse.scan(PRODUCTS, List.of(), row -> consumer.accept(read(row)));
  }

  private static CatalogueRow read(Row row) {
    return new CatalogueRow(
        row.string("product_id"),
        row.optString("title").orElse(null),
        row.optString("category").orElse(null),
        row.optString("subcategory").orElse(null),
        row.optString("brand").orElse(null),
        row.isNull("price_minor") ? null : row.longValue("price_minor"),
        row.optString("currency").orElse(null),
        text(row.optString("description").orElse(null), row.optString("attributes").orElse(null)),
        row.optString("attributes").map(Catalogue::titles).orElse(List.of()));
  }

  private static @Nullable String text(@Nullable String description, @Nullable String attributes) {
    List<String> parts = new ArrayList<>();
    if (description != null) {
      parts.add(description);
    }
    if (attributes != null) {
      parts.addAll(values(attributes));
    }
    return parts.isEmpty() ? null : String.join(" \n", parts);
  }

  /// Return the texts among the members of a JSON object, without other titles; a shop's attributes
  /// that are no such object say nothing.
  static List<String> values(String json) {
    return texts(json, name -> !OTHER_TITLE.matcher(name).matches());
  }

  /// Return the titles in other languages.
  static List<String> titles(String json) {
    return texts(json, name -> OTHER_TITLE.matcher(name).matches());
  }

  private static List<String> texts(String json, Predicate<String> wanted) {
    try {
      return Json.parse(json).asObject().members().entrySet().stream()
          .filter(e -> wanted.test(e.getKey()) && e.getValue() instanceof JsonString)
          .map(e -> e.getValue().asString())
          .toList();
    } catch (JsonException e) {
      return List.of();
    }
  }
}
