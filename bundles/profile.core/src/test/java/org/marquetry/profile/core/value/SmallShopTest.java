package org.marquetry.profile.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Shops on which the models can not be fitted say why.
class SmallShopTest {
  private static Object reason(int[] repeats, int[] recency, int[] age) {
    return switch (BgNbdFit.fit(Histories.of(repeats, recency, age), 7)) {
      case Fit.NotFitted<BgNbd>(Fit.Reason reason, _) -> reason;
      case Fit.Fitted<BgNbd> fitted -> fitted;
    };
  }

  @Test
  void nobodyBought() {
    assertEquals(Fit.Reason.NO_PURCHASES, reason(new int[0], new int[0], new int[0]));
  }

  @Test
  void aHandfulOfCustomers() {
    assertEquals(
        Fit.Reason.TOO_FEW_CUSTOMERS, reason(new int[] {1}, new int[] {9}, new int[] {90}));
  }

  @Test
  void oneDayOfData() {
    int[] zero = new int[500];
    int[] one = new int[500];
    Arrays.fill(one, 1);
    assertEquals(Fit.Reason.TOO_SHORT, reason(zero, zero, one));
  }

  @Test
  void nobodyCameBack() {
    int[] zero = new int[500];
    int[] age = new int[500];
    Arrays.fill(age, 200);
    assertEquals(Fit.Reason.TOO_FEW_RETURNING, reason(zero, zero, age));
  }

  @Test
  void noAmounts() {
    double[] averages = new double[40];
    Arrays.fill(averages, Double.NaN);
    int[] repeats = new int[40];
    Arrays.fill(repeats, 2);
    assertEquals(
        new Fit.NotFitted<GammaGamma>(Fit.Reason.NO_AMOUNTS, 0),
        GammaGammaFit.fit(repeats, averages));
  }

  /// Everybody spends alike: how customers differ can not be told from not at all, the mean can.
  @Test
  void customersWhoSpendAlikeAreFittedAtTheEdge() {
    Random random = new Random(1);
    int[] repeats = new int[800];
    double[] averages = new double[800];
    for (int i = 0; i < repeats.length; i++) {
      repeats[i] = 1 + random.nextInt(4);
      for (int k = 0; k < repeats[i]; k++) {
        averages[i] += (1_000 + random.nextInt(5_000)) / (double) repeats[i];
      }
    }
    Fit.Fitted<?> fit = assertInstanceOf(Fit.Fitted.class, GammaGammaFit.fit(repeats, averages));
    assertTrue(fit.atEdge(), fit::toString);
    GammaGamma model = (GammaGamma) fit.model();
    assertEquals(3_500, model.expectedSpend(0, 0), 100);
    assertEquals(3_500, model.expectedSpend(3, 6_000), 120);
  }
}
