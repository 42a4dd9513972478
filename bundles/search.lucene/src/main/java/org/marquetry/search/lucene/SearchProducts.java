package org.marquetry.search.lucene;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.marquetry.search.api.HitReason;
import org.marquetry.search.api.ProductHit;
import org.marquetry.search.api.ProductSearch;
import org.marquetry.search.api.SearchRequest;
import org.marquetry.search.api.SearchResult;
import org.marquetry.shop.api.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `GET /products/search?q=`: the same service and answer as the page `search`.
@Provider("products.search")
@Component
public final class SearchProducts implements Operation {
  private static final int USUAL = 20;
  private static final int MOST = 100;

  /// @param share of the score, in [0, 1]
  record Word(String word, String part, String match, String kind, double share) {}

  /// @param why empty unless asked for
  record Hit(
      String id,
      String title,
      Optional<String> category,
      Optional<String> brand,
      OptionalLong priceMinor,
      Optional<String> currency,
      double score,
      List<Word> why) {}

  record Count(String name, int products) {}

  record Found(int found, List<Hit> products, List<Count> categories, List<Count> brands) {}

  private final ProductSearch search;

  @Activate
  public SearchProducts(@Reference ProductSearch search) {
    this.search = search;
  }

  @Override
  public OperationSpec spec() {
    return OperationSpec.get(
        "/products/search",
        "Search products: q, category, brand, from and to (minor units) with currency,"
            + " limit (at most 100), why (true: what each word gave)",
        Found.class,
        "search.read");
  }

  @Override
  public Answer handle(Request request) {
    int limit = (int) number("limit", request.query("limit")).orElse(USUAL);
    if (limit > MOST) {
      throw new IllegalArgumentException("limit must be at most " + MOST + ", got " + limit);
    }
    SearchRequest.Builder asked =
        SearchRequest.builder(request.query("q").orElse(""))
            .limit(limit)
            .category(given(request, "category"))
            .brand(given(request, "brand"));
    bound(request, "from").ifPresent(asked::atLeast);
    bound(request, "to").ifPresent(asked::atMost);
    SearchRequest wanted = asked.build();
    boolean why = request.query("why").map(Boolean::parseBoolean).orElse(false);
    SearchResult result = search.search(wanted);
    return Answer.ok(
        new Found(
            result.found(),
            result.hits().stream().map(hit -> hit(wanted, hit, why)).toList(),
            counts(result.categories()),
            counts(result.brands())));
  }

  private Hit hit(SearchRequest wanted, ProductHit hit, boolean why) {
    return new Hit(
        hit.product().value(),
        hit.title(),
        hit.category(),
        hit.brand(),
        hit.price().map(p -> OptionalLong.of(p.minor())).orElse(OptionalLong.empty()),
        hit.price().map(Money::currency),
        hit.score(),
        why
            ? search.explain(wanted, hit.product()).map(SearchProducts::words).orElse(List.of())
            : List.of());
  }

  private static List<Word> words(HitReason reason) {
    return reason.found().stream()
        .map(w -> new Word(w.word(), w.part().name(), w.match(), w.kind().name(), w.share()))
        .toList();
  }

  private static List<Count> counts(List<SearchResult.Facet> facets) {
    return facets.stream().map(f -> new Count(f.name(), f.products())).toList();
  }

  private static @Nullable String given(Request request, String name) {
    return request.query(name).filter(text -> !text.isBlank()).orElse(null);
  }

  private static Optional<Money> bound(Request request, String name) {
    OptionalLong minor = number(name, request.query(name));
    if (minor.isEmpty()) {
      return Optional.empty();
    }
    String currency =
        request
            .query("currency")
            .orElseThrow(() -> new IllegalArgumentException("currency must be given with " + name));
    return Optional.of(new Money(minor.getAsLong(), currency));
  }

  private static OptionalLong number(String name, Optional<String> text) {
    try {
      return text.map(t -> OptionalLong.of(Long.parseLong(t))).orElse(OptionalLong.empty());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          name + " must be a whole number, got " + text.orElse(""), e);
    }
  }
}
