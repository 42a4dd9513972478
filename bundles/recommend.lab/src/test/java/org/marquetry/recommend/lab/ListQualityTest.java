package org.marquetry.recommend.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.marquetry.recommend.spi.ScoredItem;
import org.marquetry.shop.api.Interval;

class ListQualityTest {
  /// Hits at ranks 1 and 3 of 4; three items to find. By hand: ndcg = (1 + 1/2) / (1 + 1/log2(3) +
  /// 1/2).
  @Test
  void hitsAreCountedAsInTheLiterature() {
    List<ScoredItem> list =
        List.of(
            new ScoredItem(5, 9), new ScoredItem(2, 8), new ScoredItem(7, 7), new ScoredItem(1, 6));
    ListQuality quality = ListQuality.of(list, new int[] {5, 7, 9}, 4);
    assertEquals(2.0 / 3, quality.recall(), 1e-12);
    assertEquals(2.0 / 4, quality.precision(), 1e-12);
    assertEquals(1, quality.hr());
    assertEquals((1 + 2.0 / 3) / 3, quality.map(), 1e-12);
    assertEquals(1.5 / (1.5 + Math.log(2) / Math.log(3)), quality.ndcg(), 1e-12);
  }

  @Test
  void aShortListCountsAgainstTheLengthAskedFor() {
    ListQuality quality = ListQuality.of(List.of(new ScoredItem(3, 1)), new int[] {3}, 10);
    assertEquals(0.1, quality.precision(), 1e-12);
    assertEquals(1, quality.ndcg(), 1e-12);
    assertEquals(0, ListQuality.of(List.of(), new int[] {3}, 10).hr());
  }

  /// In 300 samples a 95 % interval holds the true mean 285 times, give or take 4 standard
  /// deviations (15).
  @Test
  void theBootstrapCoversTheTruth() {
    SplittableRandom random = new SplittableRandom(3);
    int held = 0;
    for (int sample = 0; sample < 300; sample++) {
      double[] values = random.doubles(200).toArray();
      Interval interval = Bootstrap.ofMean(values, sample);
      held += interval.holds(0.5) ? 1 : 0;
    }
    assertTrue(held >= 270 && held < 300, "held " + held);
  }
}
