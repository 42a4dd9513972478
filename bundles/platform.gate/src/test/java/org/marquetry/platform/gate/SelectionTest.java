package org.marquetry.platform.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.gate.GateStatus.Reason;
import org.marquetry.platform.gate.Selection.Candidate;

final class SelectionTest {
  private static Candidate candidate(String name, int ranking) {
    return new Candidate(name, ranking, false, false);
  }

  private static Candidate critical(Candidate c) {
    return new Candidate(c.name(), c.ranking(), true, c.preferred());
  }

  private static Candidate preferred(Candidate c) {
    return new Candidate(c.name(), c.ranking(), c.critical(), true);
  }

  private static void assertChosen(String name, Reason reason, Candidate... candidates) {
    assertEquals(Optional.of(new Selection(name, reason)), Selection.among(List.of(candidates)));
    assertEquals(
        Optional.of(new Selection(name, reason)),
        Selection.among(List.of(candidates).reversed()),
        "does not depend on the order");
  }

  @Test
  void nobodyIsChosenAmongNone() {
    assertEquals(Optional.empty(), Selection.among(List.of()));
  }

  @Test
  void theOnlyOneIsChosenEvenIfCritical() {
    assertChosen("a", Reason.ONLY, critical(candidate("a", 0)));
  }

  @Test
  void highestRankingWins() {
    assertChosen("b", Reason.RANKING, candidate("a", 1), candidate("b", 2));
  }

  @Test
  void nameDecidesBetweenEqualRankings() {
    assertChosen("a", Reason.NAME, candidate("b", 1), candidate("a", 1));
  }

  @Test
  void settingsWinOverRanking() {
    assertChosen("a", Reason.PREFERRED, preferred(candidate("a", 1)), candidate("b", 2));
  }

  @Test
  void criticalIsPassedOverThoughPreferred() {
    assertChosen("b", Reason.HEALTH, preferred(critical(candidate("a", 9))), candidate("b", 2));
  }

  @Test
  void amongCriticalOnesThePreferredAnswers() {
    assertChosen(
        "a", Reason.PREFERRED, preferred(critical(candidate("a", 1))), critical(candidate("b", 2)));
  }
}
