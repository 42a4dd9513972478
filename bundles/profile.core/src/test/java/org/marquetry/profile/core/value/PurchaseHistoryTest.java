package org.marquetry.profile.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PurchaseHistoryTest {
  /// Live = batch: one by one in any order, or as two halves merged, purchases fold to the same
  /// state.
  @Test
  void orderAndSplitDoNotMatter() {
    long seed = Long.getLong("tests.seed", 5);
    Random random = new Random(seed);
    for (int run = 0; run < 500; run++) {
      List<long[]> purchases = new ArrayList<>();
      for (int i = random.nextInt(40); i >= 0; i--) {
        purchases.add(new long[] {random.nextInt(60), random.nextInt(10_000)});
      }
      PurchaseHistory batch = fold(purchases);
      Collections.shuffle(purchases, random);
      PurchaseHistory live = fold(purchases);
      int half = purchases.size() / 2;
      PurchaseHistory merged = fold(purchases.subList(0, half));
      merged.add(fold(purchases.subList(half, purchases.size())));
      assertEquals(state(batch), state(live), () -> "tests.seed=" + seed);
      assertEquals(state(batch), state(merged), () -> "tests.seed=" + seed);
    }
  }

  @Test
  void purchasesOfOneDayAreOne() {
    PurchaseHistory history = new PurchaseHistory();
    history.add(10, 500);
    history.add(17, 300);
    history.add(17, 200);
    history.add(24, Double.NaN);
    assertEquals(2, history.repeats());
    assertEquals(14, history.recency());
    assertEquals(1_000, history.total());
    assertEquals(500, history.repeatAverage());
    assertEquals(1, history.between(17, 24));
    assertEquals(2, history.until(23).purchases());
  }

  @Test
  void withoutAmountsMoneyIsNotKnown() {
    PurchaseHistory history = new PurchaseHistory();
    history.add(1, Double.NaN);
    history.add(2, Double.NaN);
    assertTrue(Double.isNaN(history.total()) && Double.isNaN(history.repeatAverage()));
  }

  private static PurchaseHistory fold(List<long[]> purchases) {
    PurchaseHistory history = new PurchaseHistory();
    purchases.forEach(purchase -> history.add(purchase[0], (double) purchase[1]));
    return history;
  }

  private static List<Object> state(PurchaseHistory history) {
    return List.of(
        history.purchases(),
        history.first(),
        history.last(),
        history.total(),
        history.repeatAverage());
  }
}
