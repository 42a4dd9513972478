package org.marquetry.campaign.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.marquetry.campaign.api.Assumption;

class SpreadTest {
  /// 200,000 draws: the mean within four standard errors, nine tenths between the ends of the
  /// interval by mass on each side.
  @Test
  void drawsHaveTheMeanThatIsSaid() {
    Spread spread = Spread.of(Assumption.usual(2, 1, 6));
    SplittableRandom random = new SplittableRandom(5);
    double sum = 0;
    int above = 0;
    int draws = 200_000;
    for (int i = 0; i < draws; i++) {
      double value = spread.draw(random, 100);
      sum += value;
      above += value > 2 ? 1 : 0;
    }
    assertEquals(spread.mean(), sum / draws, 0.02);
    assertEquals(0.8, (double) above / draws, 0.004); // the wider side holds more
  }

  @Test
  void whatIsStatedIsNoSpread() {
    Spread stated = Spread.of(Assumption.stated(0.3));
    assertEquals(0.3, stated.mean());
    assertEquals(0.3, stated.draw(new SplittableRandom(1), 1));
    assertTrue(
        Spread.of(Assumption.usual(0.1, 0, 0.2)).draw(new SplittableRandom(1), 0.05) <= 0.05);
  }
}
