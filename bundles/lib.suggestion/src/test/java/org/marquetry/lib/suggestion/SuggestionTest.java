package org.marquetry.lib.suggestion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  @ParameterizedTest
  @CsvSource({
    "run,run,0",
    "rnu,run,1",
    "Run,run,0",
    "autopilto,autopilot,1",
    "kitten,sitting,3",
    "'',abc,3"
  })
  void distanceCountsAddedDroppedChangedAndSwappedLetters(String left, String right, int distance) {
    assertEquals(distance, Suggestion.distance(left, right));
    assertEquals(distance, Suggestion.distance(right, left));
  }

  @Test
  void theNearestIsSuggestedAndNothingFarAway() {
    assertEquals(
        Optional.of("lab clv"),
        Suggestion.closest("lab cvl", List.of("lab copy", "lab clv", "run")));
    assertEquals(Optional.empty(), Suggestion.closest("zebra", List.of("lab copy", "run")));
    assertEquals("; did you mean \"run\"?", Suggestion.hint("rum", List.of("run")));
    assertEquals("", Suggestion.hint("rum", List.of()));
  }
}
