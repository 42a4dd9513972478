package org.marquetry.ui.content;

import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.search.api.SearchRequest;
import org.marquetry.shop.api.Money;

/// What the search page shows: its state in the address, `?q=red
/// dress&category=Clothing&brand=Lunaveil&from=20&to=80&most=48`.
///
/// @param from lowest price in major units
/// @param to highest price in major units
/// @param most how many products are shown at most
record SearchState(
    String text,
    Optional<String> category,
    Optional<String> brand,
    Optional<BigDecimal> from,
    Optional<BigDecimal> to,
    int most) {
  static final int STEP = 24;
  static final SearchState FIRST =
      new SearchState(
          "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), STEP);
  private static final int MOST = 240;

  static SearchState of(QueryParameters address) {
    String text = address.getSingleParameter("q").orElse("");
    return new SearchState(
        text.substring(0, Math.min(text.length(), SearchRequest.MAX_TEXT)),
        address.getSingleParameter("category").filter(c -> !c.isBlank()),
        address.getSingleParameter("brand").filter(b -> !b.isBlank()),
        amount(address.getSingleParameter("from")),
        amount(address.getSingleParameter("to")),
        address.getSingleParameter("most").flatMap(SearchState::count).orElse(STEP));
  }

  private static Optional<BigDecimal> amount(Optional<String> text) {
    return text.filter(t -> t.matches("[0-9]{1,9}([.][0-9]{1,2})?")).map(BigDecimal::new);
  }

  private static Optional<Integer> count(String text) {
    return Optional.of(text)
        .filter(t -> t.matches("[0-9]{1,3}"))
        .map(Integer::valueOf)
        .filter(n -> n >= STEP && n <= MOST);
  }

  /// What stands in the address; nothing for what is so anyway.
  QueryParameters toAddress() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (!text.isEmpty()) {
      values.put("q", List.of(text));
    }
    category.ifPresent(c -> values.put("category", List.of(c)));
    brand.ifPresent(b -> values.put("brand", List.of(b)));
    from.ifPresent(low -> values.put("from", List.of(low.toPlainString())));
    to.ifPresent(high -> values.put("to", List.of(high.toPlainString())));
    if (most != STEP) {
      values.put("most", List.of(Integer.toString(most)));
    }
    return new QueryParameters(values);
  }

  boolean isNarrowed() {
    return category.isPresent() || brand.isPresent() || from.isPresent() || to.isPresent();
  }

  boolean canShowMore() {
    return most < MOST;
  }

  /// @param currency of the shop's prices; without one prices do not narrow
  SearchRequest request(Optional<String> currency) {
    SearchRequest.Builder request =
        SearchRequest.builder(text)
            .limit(most)
            .category(category.orElse(null))
            .brand(brand.orElse(null));
    currency.ifPresent(code -> {
      from.ifPresent(low -> request.atLeast(Money.of(low, code)));
      to.ifPresent(high -> request.atMost(Money.of(high, code)));
    });
    return request.build();
  }

  SearchState withText(String wanted) {
    return new SearchState(wanted, category, brand, from, to, STEP);
  }

  SearchState withCategory(Optional<String> wanted) {
    return new SearchState(text, wanted, brand, from, to, STEP);
  }

  SearchState withBrand(Optional<String> wanted) {
    return new SearchState(text, category, wanted, from, to, STEP);
  }

  SearchState withPrices(Optional<BigDecimal> low, Optional<BigDecimal> high) {
    return new SearchState(text, category, brand, low, high, STEP);
  }

  SearchState withMore() {
    return new SearchState(text, category, brand, from, to, Math.min(MOST, most + STEP));
  }

  SearchState wide() {
    return FIRST.withText(text);
  }
}
