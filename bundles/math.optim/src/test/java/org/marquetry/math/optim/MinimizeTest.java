package org.marquetry.math.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MinimizeTest {
  private static double rosenbrock(double[] p) {
    double a = 1 - p[0];
    double b = p[1] - p[0] * p[0];
    return a * a + 100 * b * b;
  }

  private static double rosenbrock(double[] p, double[] gradient) {
    double b = p[1] - p[0] * p[0];
    gradient[0] = -2 * (1 - p[0]) - 400 * p[0] * b;
    gradient[1] = 200 * b;
    return rosenbrock(p);
  }

  private static double powell(double[] p) {
    return Math.pow(p[0] + 10 * p[1], 2)
        + 5 * Math.pow(p[2] - p[3], 2)
        + Math.pow(p[1] - 2 * p[2], 4)
        + 10 * Math.pow(p[0] - p[3], 4);
  }

  @Test
  void simplexFindsTheBottomOfTheBananaValley() {
    Minimum found =
        NelderMead.standard().minimize(MinimizeTest::rosenbrock, new double[] {-1.2, 1}, 0.5);
    assertTrue(found.converged());
    assertArrayEquals(new double[] {1, 1}, found.point(), 1e-4);
  }

  @Test
  void simplexStandsKinksAndForbiddenRegions() {
    Minimum found =
        NelderMead.standard()
            .minimize(
                p -> p[0] < 0 ? Double.NaN : Math.abs(p[0] - 2) + Math.abs(p[1]),
                new double[] {5, 3},
                1);
    assertArrayEquals(new double[] {2, 0}, found.point(), 1e-6);
  }

  @Test
  void gradientSearchFindsTheBottomOfTheBananaValley() {
    Minimum found = Lbfgs.standard().minimize(MinimizeTest::rosenbrock, new double[] {-1.2, 1});
    assertTrue(found.converged());
    assertArrayEquals(new double[] {1, 1}, found.point(), 1e-6);
    assertTrue(found.evaluations() < 120, found::toString);
  }

  @Test
  void numericGradientIsGoodEnoughForAFlatBottom() {
    Minimum found =
        Lbfgs.standard()
            .minimize(NumericGradient.of(MinimizeTest::powell), new double[] {3, -1, 0, 1});
    assertEquals(0, found.value(), 1e-8);
  }

  @Test
  void numericGradientAgreesWithTheGivenOne() {
    double[] at = {0.3, -2.1};
    double[] exact = new double[2];
    double[] numeric = new double[2];
    rosenbrock(at, exact);
    NumericGradient.of(MinimizeTest::rosenbrock).evaluate(at, numeric);
    assertArrayEquals(exact, numeric, 1e-6);
  }

  @Test
  void aManyDimensionalBowlIsSolvedExactly() {
    int n = 200;
    Minimum found =
        Lbfgs.standard()
            .minimize(
                (p, g) -> {
                  double sum = 0;
                  for (int i = 0; i < n; i++) {
                    double d = p[i] - i;
                    g[i] = 2 * (i + 1) * d;
                    sum += (i + 1) * d * d;
                  }
                  return sum;
                },
                new double[n]);
    assertTrue(found.converged());
    assertEquals(n - 1, found.point()[n - 1], 1e-6);
  }

  @Test
  void anUnboundedFunctionEndsWithoutClaimingSuccess() {
    Lbfgs few = new Lbfgs(1e-9, 5, 3);
    Minimum found =
        few.minimize(
            (p, g) -> {
              g[0] = -1;
              return -p[0];
            },
            new double[] {0});
    assertFalse(found.converged());
  }

  @Test
  void badOptionsAreNamed() {
    var failure = assertThrows(IllegalArgumentException.class, () -> new Lbfgs(0, 10, 5));
    assertEquals("tolerance must be > 0, got 0.0", failure.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> Lbfgs.standard().minimize((p, g) -> Double.NaN, new double[] {1}));
  }
}
