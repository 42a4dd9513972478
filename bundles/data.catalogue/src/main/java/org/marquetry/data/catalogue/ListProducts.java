package org.marquetry.data.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.marquetry.data.api.Catalogue;
import org.marquetry.data.api.CataloguePage;
import org.marquetry.data.api.CatalogueQuery;
import org.marquetry.data.api.CatalogueQuery.By;
import org.marquetry.data.api.CatalogueQuery.Stock;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `GET /products?search=&category=&stock=&by=&descending=&offset=&limit=`.
@Provider("products.list")
@Component
public final class ListProducts implements Operation {
  private static final int USUAL = 100;

  private final Catalogue catalogue;

  @Activate
  public ListProducts(@Reference Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public OperationSpec spec() {
    return OperationSpec.get(
        "/products",
        "List products: search, category, stock (sold_out, few, enough, unknown),"
            + " by (title, price, stock, sold, rating), descending, offset, limit (at most 500)",
        ProductAnswers.Items.class,
        Catalogue.READ);
  }

  @Override
  public Answer handle(Request request) {
    CataloguePage page =
        catalogue.page(
            new CatalogueQuery(
                request.query("search").orElse(""),
                request.query("category"),
                request.query("stock").map(s -> word("stock", s, Stock.values())),
                request.query("by").map(b -> word("by", b, By.values())).orElse(By.TITLE),
                request.query("descending").map(Boolean::parseBoolean).orElse(false),
                number(request.query("offset"), 0),
                number(request.query("limit"), USUAL)));
    return Answer.ok(
        new ProductAnswers.Items(
            page.found(), page.products().stream().map(ProductAnswers.Item::of).toList()));
  }

  private static <E extends Enum<E>> E word(String name, String text, E[] values) {
    return Arrays.stream(values)
        .filter(v -> v.name().equals(text.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                name
                    + " must be one of "
                    + Arrays.toString(values).toLowerCase(Locale.ROOT)
                    + ", got "
                    + text));
  }

  private static int number(Optional<String> text, int usual) {
    try {
      return text.map(Integer::parseInt).orElse(usual);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("offset and limit must be whole numbers", e);
    }
  }
}
