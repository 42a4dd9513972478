package org.marquetry.data.catalogue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.marquetry.data.api.Picture;
import org.marquetry.data.api.Product;
import org.marquetry.data.api.ProductDetail;
import org.marquetry.data.api.ProductDetail.PriceChange;
import org.marquetry.data.api.ProductOrder;
import org.marquetry.data.api.ProductReview;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.OrderId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.warehouse.api.Row;
import org.marquetry.warehouse.api.Warehouse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the warehouse about products.
final class Products {
  /// The products whose address of a picture was not read yet.
  static final String NOT_READ =
      "FROM v1.products WHERE picture_url IS NOT NULL AND picture_url IS DISTINCT FROM picture_from";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Warehouse warehouse;
  private final Rested<Map<String, Figures>> figures = new Rested<>(this::readFigures);
  private final Rested<Shelf> shelf = new Rested<>(this::readShelf);

  /// What facts say about a product.
  private record Figures(double sold, OptionalDouble rating, int ratings) {
    private static final Figures NONE = new Figures(0, OptionalDouble.empty(), 0);
  }

  Products(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  Shelf shelf() {
    return shelf.get();
  }

  private Map<String, Figures> readFigures() {
    Map<String, Figures> all = new HashMap<>();
    warehouse.scan(
        """
        SELECT product_id, coalesce(s.sold, 0.0) AS sold, r.rating, coalesce(r.ratings, 0) AS ratings
        FROM (SELECT product_id, sum(net_quantity) AS sold FROM v1.order_lines WHERE product_id IS NOT NULL GROUP BY product_id) s
        FULL JOIN (
          SELECT product_id, avg(weight) AS rating, count(*) AS ratings FROM v1.events
          WHERE type = 'reviewed' AND product_id IS NOT NULL AND weight IS NOT NULL GROUP BY product_id) r USING (product_id)
        """,
        List.of(),
        row ->
            all.put(
                row.string("product_id"),
                new Figures(
                    row.doubleValue("sold"),
                    row.optDouble("rating"),
                    (int) row.longValue("ratings"))));
    return all;
  }

  private Shelf readShelf() {
    Map<String, Figures> known = figures.get();
    Map<ProductId, Product> all = new LinkedHashMap<>();
    warehouse.scan(
        """
        SELECT product_id, title, category, subcategory, brand, price_minor, currency, stock, picture, family_id, size, colour
        FROM v1.products ORDER BY product_id
        """,
        List.of(),
        row -> {
          ProductId id = new ProductId(row.string("product_id"));
          all.put(id, product(id, row, known.getOrDefault(id.value(), Figures.NONE)));
        });
    return new Shelf(all);
  }

  private static Product product(ProductId id, Row row, Figures figures) {
    return new Product(
        id,
        row.optString("title"),
        row.optString("category"),
        row.optString("subcategory"),
        row.optString("brand"),
        money(row, "price_minor"),
        row.optLong("stock"),
        row.optString("picture").filter(Picture::isHash).map(Picture::new),
        row.optString("family_id"),
        row.optString("size"),
        row.optString("colour"),
        figures.sold,
        figures.rating,
        figures.ratings);
  }

  private static Optional<Money> money(Row row, String column) {
    return row.isNull(column)
        ? Optional.empty()
        : row.optString("currency").map(c -> new Money(row.longValue(column), c));
  }

  Optional<ProductDetail> detail(ProductId id) {
    Shelf now = shelf();
    Product product = now.products().get(id);
    if (product == null) {
      return Optional.empty();
    }
    int orders =
        warehouse
            .query(
                "SELECT count(DISTINCT order_id) AS n FROM v1.order_lines WHERE product_id = ? AND kept",
                List.of(id.value()),
                row -> (int) row.longValue("n"))
            .getFirst();
    return warehouse
        .query(
            "SELECT description, url, attributes FROM v1.products WHERE product_id = ?",
            List.of(id.value()),
            row ->
                new ProductDetail(
                    product,
                    row.optString("description"),
                    row.optString("url"),
                    attributes(row.optString("attributes")),
                    product.family().map(now::family).orElse(List.of()),
                    prices(id),
                    orders))
        .stream()
        .findFirst();
  }

  /// The address that the shop told of a product's picture.
  Optional<String> pictureAddress(ProductId id) {
    return warehouse
        .query(
            "SELECT picture_url FROM v1.products WHERE product_id = ?",
            List.of(id.value()),
            row -> row.optString("picture_url"))
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// The addresses that the shop told of pictures of some products.
  Map<ProductId, String> pictureAddresses(Set<ProductId> wanted) {
    Map<ProductId, String> told = new HashMap<>();
    warehouse.scan(
        "SELECT product_id, picture_url FROM v1.products WHERE picture_url IS NOT NULL",
        List.of(),
        row -> {
          ProductId id = new ProductId(row.string("product_id"));
          if (wanted.contains(id)) {
            told.put(id, row.string("picture_url"));
          }
        });
    return told;
  }

  /// How many addresses of pictures were not read yet.
  int picturesWaiting() {
    return warehouse
        .query("SELECT count(*) AS n " + NOT_READ, List.of(), row -> (int) row.longValue("n"))
        .getFirst();
  }

  private List<PriceChange> prices(ProductId id) {
    return warehouse.query(
        """
        SELECT from_at, price_minor, currency FROM v1.product_prices
        WHERE product_id = ? AND currency IS NOT NULL ORDER BY from_at
        """,
        List.of(id.value()),
        row ->
            new PriceChange(
                row.instant("from_at"),
                new Money(row.longValue("price_minor"), row.string("currency"))));
  }

  List<ProductReview> reviews(ProductId id, int offset, int limit) {
    return warehouse.query(
        """
        SELECT occurred_at, customer_id, weight, properties FROM v1.events
        WHERE type = 'reviewed' AND product_id = ? ORDER BY occurred_at DESC, event_id LIMIT ? OFFSET ?
        """,
        List.of(id.value(), limit, offset),
        row -> {
          Map<String, String> properties = attributes(row.optString("properties"));
          return new ProductReview(
              row.instant("occurred_at"),
              row.optString("customer_id").map(CustomerId::new),
              row.optDouble("weight"),
              Optional.ofNullable(properties.get("title")),
              Optional.ofNullable(properties.get("text")));
        });
  }

  List<ProductOrder> orders(ProductId id, int offset, int limit) {
    return warehouse.query(
        """
        SELECT ordered_at, order_id, customer_id, quantity, amount_minor, currency, kept FROM v1.order_lines
        WHERE product_id = ? ORDER BY ordered_at DESC, order_id, line LIMIT ? OFFSET ?
        """,
        List.of(id.value(), limit, offset),
        row ->
            new ProductOrder(
                row.instant("ordered_at"),
                new OrderId(row.string("order_id")),
                row.optString("customer_id").map(CustomerId::new),
                row.doubleValue("quantity"),
                money(row, "amount_minor"),
                row.bool("kept")));
  }

  /// A flat JSON object; anything else says nothing.
  private static Map<String, String> attributes(Optional<String> json) {
    Map<String, String> values = new TreeMap<>();
    if (json.isPresent()) {
      try {
        for (Map.Entry<String, JsonNode> e : JSON.readTree(json.get()).properties()) {
          if (e.getValue().isValueNode() && !e.getValue().isNull()) {
            values.put(e.getKey(), e.getValue().asString());
          }
        }
      } catch (JacksonException notJson) {
        return Map.of();
      }
    }
    return values;
  }
}
