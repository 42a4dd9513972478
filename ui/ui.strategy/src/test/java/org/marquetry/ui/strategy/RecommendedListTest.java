package org.marquetry.ui.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.marquetry.recommend.api.Basis;
import org.marquetry.recommend.api.Recommendation;
import org.marquetry.recommend.api.Slate;
import org.marquetry.shop.api.ProductId;

class RecommendedListTest {
  private static List<Boolean> moved(int... modelRanks) {
    List<Slate.Shown> all =
        IntStream.range(0, modelRanks.length)
            .mapToObj(k ->
                new Slate.Shown(
                    new Recommendation(new ProductId("p" + k), 1, Basis.HISTORY, Optional.empty()),
                    modelRanks[k],
                    k + 1,
                    List.of("r")))
            .toList();
    return all.stream().map(one -> RecommendedList.isMoved(one, all)).toList();
  }

  @Test
  void whatOnlyCameUpInThePlaceOfOthersWasNotMoved() {
    assertEquals(List.of(false, false, false), moved(2, 3, 7));
  }

  @Test
  void whatWentPastAnotherWasMovedAndSoWasThatOne() {
    assertEquals(List.of(true, true, false), moved(5, 2, 9));
  }
}
