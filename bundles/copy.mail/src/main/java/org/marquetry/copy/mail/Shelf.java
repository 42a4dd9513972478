package org.marquetry.copy.mail;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.FactNames;
import org.marquetry.data.api.Picture;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.ProductId;
import org.marquetry.warehouse.api.Row;
import org.marquetry.warehouse.api.Warehouse;

/// Some products as the shop has them now.
record Shelf(Map<ProductId, Shelved> products) {
  static final String SOURCE = "v1.products";
  private static final int PAGE = 500;

  /// @param link of the product's own page, where mails may lead
  /// @param picture where everybody can see it
  record Shelved(
      ProductId id,
      String title,
      Optional<String> brand,
      Optional<String> category,
      Optional<Money> price,
      Optional<String> link,
      Optional<String> picture) {
    Filling.Item shown(Forms forms, String why) {
      return new Filling.Item(
          Forms.clean(title),
          price.map(forms::money).orElse(""),
          why,
          link.orElse(""),
          picture.orElse(""));
    }

    List<Fact> facts() {
      List<Fact> facts = new ArrayList<>();
      facts.add(Fact.text(FactNames.PRODUCT_TITLE, title, SOURCE));
      brand.ifPresent(b -> facts.add(Fact.text(FactNames.PRODUCT_BRAND, b, SOURCE)));
      category.ifPresent(c -> facts.add(Fact.text(FactNames.PRODUCT_CATEGORY, c, SOURCE)));
      price.ifPresent(p -> facts.add(Fact.money(FactNames.PRODUCT_PRICE, p, SOURCE)));
      return facts;
    }
  }

  Optional<Shelved> find(ProductId product) {
    return Optional.ofNullable(products.get(product));
  }

  /// @param reached where readers reach the suite; empty: they do not see pictures that it keeps
  static Shelf of(Warehouse warehouse, Collection<ProductId> wanted, Optional<URI> reached) {
    List<ProductId> ids = List.copyOf(new LinkedHashSet<>(wanted));
    Map<ProductId, Shelved> found = new HashMap<>();
    for (int from = 0; from < ids.size(); from += PAGE) {
      List<String> page =
          ids.subList(from, Math.min(ids.size(), from + PAGE)).stream()
              .map(ProductId::value)
              .toList();
      String sql =
          "SELECT product_id, title, brand, category, price_minor, currency, url, picture_url,"
              + " picture FROM"
              + " v1.products WHERE title IS NOT NULL AND product_id IN ("
              + String.join(", ", Collections.nCopies(page.size(), "?"))
              + ")";
      Actor.SYSTEM
          .call(() -> warehouse.query(sql, page, row -> shelved(row, reached)))
          .forEach(p -> found.put(p.id(), p));
    }
    return new Shelf(found);
  }

  private static Shelved shelved(Row row, Optional<URI> reached) {
    Optional<Money> price =
        row.isNull("price_minor") || row.isNull("currency")
            ? Optional.empty()
            : Optional.of(new Money(row.longValue("price_minor"), row.string("currency")));
    return new Shelved(
        new ProductId(row.string("product_id")),
        row.string("title"),
        row.optString("brand"),
        row.optString("category"),
        price,
        row.optString("url").flatMap(Address::safe),
        row.optString("picture_url").flatMap(Address::safe).or(() -> kept(row, reached)));
  }

  private static Optional<String> kept(Row row, Optional<URI> reached) {
    return reached.flatMap(address ->
        row.optString("picture")
            .filter(Picture::isHash)
            .map(hash -> address + new Picture(hash).path(Picture.Size.LIST)));
  }
}
