package org.marquetry.ui.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.flow.router.Location;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marquetry.search.api.HitReason;
import org.marquetry.search.api.HitReason.FoundWord;
import org.marquetry.search.api.HitReason.Part;
import org.marquetry.search.api.MatchKind;
import org.marquetry.search.api.SearchRequest;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.ProductId;

class SearchStateTest {
  private static SearchState read(String address) {
    return SearchState.of(new Location("search?" + address).getQueryParameters());
  }

  @Test
  void theAddressHoldsEverything() {
    SearchState state =
        new SearchState(
            "红色 dress",
            Optional.of("Bags & accessories"),
            Optional.of("Lunaveil"),
            Optional.of(new BigDecimal("20")),
            Optional.of(new BigDecimal("80.5")),
            48);
    assertEquals(state, read(state.toAddress().getQueryString()));
    assertEquals("", SearchState.FIRST.toAddress().getQueryString());
  }

  @Test
  void whatIsNoAddressOfOursIsLeftOut() {
    assertEquals(SearchState.FIRST, read("from=-1&to=cheap&most=7&category=%20"));
    assertEquals(SearchRequest.MAX_TEXT, read("q=" + "a".repeat(900)).text().length());
  }

  @Test
  void pricesNarrowInTheCurrencyOfTheShop() {
    SearchState state = read("q=dress&from=20&to=80.5");
    SearchRequest request = state.request(Optional.of("CNY"));
    assertEquals(Optional.of(new Money(2_000, "CNY")), request.atLeast());
    assertEquals(Optional.of(new Money(8_050, "CNY")), request.atMost());
    assertTrue(state.request(Optional.empty()).atLeast().isEmpty());
  }

  @Test
  void theSameWordInTheSamePlaceIsSaidOnce() {
    FoundWord whole = new FoundWord("连衣裙", Part.TITLE, "连衣裙", MatchKind.WORD, 0.25);
    FoundWord pair = new FoundWord("连衣", Part.TITLE, "连衣", MatchKind.CHARACTERS, 0.25);
    FoundWord typed = new FoundWord("dres", Part.TITLE, "dress", MatchKind.CORRECTED, 0.5);
    HitReason reason =
        new HitReason(
            new ProductId("p"), 1, List.of(typed, whole, pair), List.of("裙短", "短袖", "red"));
    assertEquals(
        List.of(0.5, 0.5), ReasonWords.merged(reason).stream().map(FoundWord::share).toList());
    assertEquals(List.of("短袖", "red"), ReasonWords.missing(reason));
    assertEquals(Optional.of(typed), ReasonWords.correction(reason));
  }
}
