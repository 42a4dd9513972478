package org.marquetry.recommend.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.InteractionsBuilder;
import org.marquetry.recommend.spi.ScoredItem;

/// Four users of five have a history; item 0 was had by all four, item 1 by two, item 2 by one,
/// item 3 by none.
class ListNoveltyTest {
  private final Past past = new Past(history());

  private static Interactions history() {
    InteractionsBuilder rows = Interactions.builder(5, 4);
    int[][] had = {{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {2, 0}, {3, 0}};
    for (int k = 0; k < had.length; k++) {
      rows.add(had[k][0], had[k][1], 1, k);
    }
    return rows.build();
  }

  private static List<ScoredItem> list(int... items) {
    return java.util.Arrays.stream(items).mapToObj(i -> new ScoredItem(i, 1)).toList();
  }

  @Test
  void anItemSaysAsManyBitsAsItIsRare() {
    assertEquals(0, past.bits(0), 1e-12);
    assertEquals(1, past.bits(1), 1e-12);
    assertEquals(2, past.bits(2), 1e-12);
    assertEquals(2, past.bits(3), 1e-12, "as if one user had it");
  }

  /// By hand: items 1 and 2 say 1 and 2 bits and were had by 2/4 and 1/4; user 1 had items of 4/4
  /// and 2/4.
  @Test
  void aListIsHeldAgainstTheUsersOwnHistory() {
    ListNovelty novelty = ListNovelty.of(list(1, 2), past, 1).orElseThrow();
    assertEquals(1.5, novelty.bits(), 1e-12);
    assertEquals(0.375, novelty.shown(), 1e-12);
    assertEquals(0.75, novelty.past(), 1e-12);
    assertTrue(ListNovelty.of(list(), past, 1).isEmpty());
  }

  /// By hand: item 0 shown three times, 2 once, 1 never; 3 is not known. Sorted shares 0, 1/4, 3/4,
  /// so the index is ((-2)(0) + 0(1/4) + 2(3/4)) / 2 = 3/4.
  @Test
  void theGiniIndexAndTheCoverageAreOfTheKnownCatalogue() {
    Exposure exposure = new Exposure(4);
    List.of(list(0), list(0, 2), list(0)).forEach(exposure::add);
    assertEquals(0.75, exposure.gini(past), 1e-12);
    assertEquals(2.0 / 3, exposure.coverage(past), 1e-12);
  }

  @Test
  void evenExposureHasNoGiniAndOneItemForAllHasAll() {
    Exposure even = new Exposure(4);
    even.add(list(0, 1, 2));
    assertEquals(0, even.gini(past), 1e-12);
    Exposure one = new Exposure(4);
    one.add(list(1));
    one.add(list(1));
    assertEquals(1, one.gini(past), 1e-12);
    assertEquals(0, new Exposure(4).gini(past), 1e-12, "nothing is shown");
  }
}
