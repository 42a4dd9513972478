package org.marquetry.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.marquetry.lib.json.Json;

class SearchTextTest {
  @Test
  void aLineForEachProductAndBelowItWhatEachWordGave() {
    String answer =
        """
        {"found": 2, "products": [
          {"id": "d1", "title": "Red dress", "priceMinor": 2990, "currency": "EUR", "why": [
            {"word": "dres", "part": "TITLE", "match": "dress", "kind": "CORRECTED", "share": 0.524}]},
          {"id": "d2", "title": "Dress", "why": []}]}
        """;
    assertEquals(
        """
        2 products fit, best first
        d1  Red dress  29.90 EUR
          dres (corrected in title): 52 %
        d2  Dress
        """,
        SearchText.of(Json.parse(answer).asObject()));
  }
}
