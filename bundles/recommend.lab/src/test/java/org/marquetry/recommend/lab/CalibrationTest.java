package org.marquetry.recommend.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void aConstantHasOneBinAndItsErrorIsTheGapOfTheMeans() {
    Foretold user =
        new Foretold(
            new float[] {.3f, .3f, .3f, .3f, .3f}, new boolean[] {true, false, true, false, false});
    Calibration calibration = new Calibration(List.of(user, user), 1);
    assertEquals(0.1, calibration.error().estimate(), 1e-6);
    assertEquals(1, calibration.curve().size());
    assertEquals(0.4, calibration.present(), 1e-12);
    assertEquals(0.3, calibration.stated(), 1e-6);
    assertEquals(
        -0.4 * Math.log(0.3) - 0.6 * Math.log(0.7), calibration.logLoss().estimate(), 1e-6);
    assertEquals(0.4 * 0.49 + 0.6 * 0.09, calibration.squaredError().estimate(), 1e-6);
    assertEquals(
        Math.sqrt(2 / Math.PI * 0.21 / 10), calibration.chance(), 1e-6, "of ten pairs of .3");
  }

  /// Twenty pairs from .025 to .975, all absent: what is stated is the error.
  @Test
  void binsHaveTheSameMass() {
    float[] p = new float[20];
    for (int k = 0; k < 20; k++) {
      p[k] = (k + 0.5f) / 20;
    }
    Calibration calibration = new Calibration(List.of(new Foretold(p, new boolean[20])), 1);
    assertEquals(10, calibration.curve().size());
    for (int b = 0; b < 10; b++) {
      assertEquals((b + 0.5) / 10, calibration.curve().get(b).stated(), 1e-6);
    }
    assertEquals(0.5, calibration.error().estimate(), 1e-6);
  }

  /// Exact probabilities show the error by chance, in the mean of 40 worlds; the deviation of that
  /// mean is about a tenth of it, less than a third is asked for.
  @Test
  void exactProbabilitiesShowTheErrorByChance() {
    SplittableRandom random = new SplittableRandom(4);
    double error = 0;
    double chance = 0;
    for (int world = 0; world < 40; world++) {
      Calibration calibration = new Calibration(users(random, 20, 50), world);
      error += calibration.error().estimate() / 40;
      chance += calibration.chance() / 40;
    }
    assertEquals(chance, error, chance / 3);
  }

  private static List<Foretold> users(SplittableRandom random, int users, int pairs) {
    List<Foretold> all = new ArrayList<>();
    for (int u = 0; u < users; u++) {
      float[] p = new float[pairs];
      boolean[] came = new boolean[pairs];
      for (int k = 0; k < pairs; k++) {
        p[k] = (float) random.nextDouble();
        came[k] = random.nextDouble() < p[k];
      }
      all.add(new Foretold(p, came));
    }
    return all;
  }

  /// Present with a known probability, a quarter of the present ones held out: what the formula
  /// makes of the probability to be left is right among the pairs that are not.
  @Test
  void whatIsUnseenIsPresentAsOftenAsTheFormulaSays() {
    SplittableRandom random = new SplittableRandom(9);
    int n = 400_000;
    double share = 0.25;
    float[] right = new float[n];
    float[] naive = new float[n];
    boolean[] came = new boolean[n];
    int unseen = 0;
    for (int k = 0; k < n; k++) {
      double present = Math.pow(random.nextDouble(), 2);
      boolean is = random.nextDouble() < present;
      boolean heldOut = random.nextDouble() < share;
      if (is && !heldOut) {
        continue; // the model saw it
      }
      double p = present * (1 - share);
      right[unseen] = (float) Probabilities.unseenPresent(share / (1 - share), p);
      naive[unseen] = (float) (present * share);
      came[unseen++] = is;
    }
    assertTrue(error(right, came, unseen) < 0.004, "right " + error(right, came, unseen));
    assertTrue(error(naive, came, unseen) > 0.02, "naive " + error(naive, came, unseen));
  }

  private static double error(float[] p, boolean[] came, int n) {
    Foretold all = new Foretold(Arrays.copyOf(p, n), Arrays.copyOf(came, n));
    return new Calibration(List.of(all), 1).error().estimate();
  }
}
