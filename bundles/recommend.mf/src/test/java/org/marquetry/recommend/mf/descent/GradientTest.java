package org.marquetry.recommend.mf.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.marquetry.recommend.mf.FactorStore;
import org.marquetry.recommend.mf.Samples;

/// A step from fresh accumulators is `rate / sqrt(mean square of the gradient)` times the gradient
/// of the row, so the gradient can be read from it; it is compared with finite differences of the
/// loss.
class GradientTest {
  private static final int FACTORS = 20;
  private static final double PENALTY = 0.3;
  private static final double H = 1e-3;
  private static final DescentOptions OPTIONS =
      new DescentOptions(FACTORS, 1, 1e-3, PENALTY, 1, false, 0, 1, 1);

  private static Side side(int rows, long seed) {
    float[] bias = new float[rows];
    for (int r = 0; r < rows; r++) {
      bias[r] = 0.3f * r - 0.2f;
    }
    Side side = Side.of(bias, FACTORS, seed);
    for (int r = 0; r < rows; r++) {
      float[] chunk = side.factors().chunk(r);
      for (int k = 0; k < FACTORS; k++) {
        chunk[side.factors().offset(r) + k] *= 20;
      }
    }
    return side;
  }

  private final Parameters parameters = new Parameters(side(2, 1), side(3, 2), -0.4f);

  private static double squares(Side side, int row) {
    double sum = 0;
    for (int k = 0; k < FACTORS; k++) {
      sum += Math.pow(side.factors().chunk(row)[side.factors().offset(row) + k], 2);
    }
    return sum;
  }

  /// Compare the step of one row, factors and bias, with the loss' differences.
  private void check(
      Side side, int row, ToDoubleFunction<Parameters> loss, Parameters moved, Side movedSide) {
    double scale = Math.sqrt(movedSide.squares()[row]) / OPTIONS.rate();
    FactorStore x = side.factors();
    double square = 0;
    for (int k = 0; k < FACTORS; k++) {
      float[] chunk = x.chunk(row);
      int at = x.offset(row) + k;
      float was = chunk[at];
      double truth =
          difference(
              v -> {
                chunk[at] = (float) v;
                double value = loss.applyAsDouble(parameters);
                chunk[at] = was;
                return value;
              },
              was);
      double step =
          (double) was - movedSide.factors().chunk(row)[movedSide.factors().offset(row) + k];
      assertEquals(truth, step * scale, 2e-3, "row " + row + " factor " + k + " " + moved.level());
      square += truth * truth / FACTORS;
    }
    assertEquals(square * FACTORS / x.stride(), movedSide.squares()[row], 1e-3 * square + 1e-6);
  }

  private static double difference(DoubleUnaryOperator loss, double at) {
    return (loss.applyAsDouble(at + H) - loss.applyAsDouble(at - H)) / (2 * H);
  }

  private static void checkBias(double truth, Side before, Side after, int row) {
    double step = (double) before.bias()[row] - after.bias()[row];
    assertEquals(
        truth, step * Math.sqrt(after.biasSquares()[row]) / OPTIONS.rate(), 2e-3, "bias " + row);
  }

  /// With accumulators, unlike what a model keeps.
  private Parameters twin() {
    return new Parameters(twin(parameters.users()), twin(parameters.items()), parameters.level());
  }

  private static Side twin(Side side) {
    return new Side(
        side.factors().copy(),
        side.bias().clone(),
        new float[side.bias().length],
        new float[side.bias().length]);
  }

  @Test
  void theStepOfAPairIsTheGradient() {
    Map<Slope, DoubleUnaryOperator> losses =
        Map.of(
            Logistic.LOG_1, s -> -Math.log(Logistic.sigmoid(s)),
            Logistic.LOG_0, s -> -Math.log(1 - Logistic.sigmoid(s)),
            Logistic.SQUARED_1, s -> Math.pow(1 - Logistic.sigmoid(s), 2),
            Logistic.SQUARED_0, s -> Math.pow(Logistic.sigmoid(s), 2));
    losses.forEach((slope, of) -> {
      Parameters moved = twin();
      new Mover(Samples.KERNELS, moved, OPTIONS, false).pair(1, 2, slope);
      ToDoubleFunction<Parameters> loss =
          p ->
              of.applyAsDouble(p.score(Samples.KERNELS, 1, 2))
                  + PENALTY / 2 * (squares(p.users(), 1) + squares(p.items(), 2));
      check(parameters.users(), 1, loss, moved, moved.users());
      check(parameters.items(), 2, loss, moved, moved.items());
      double slopeHere = difference(of, parameters.score(Samples.KERNELS, 1, 2));
      assertTrue(Math.abs(slopeHere) > 1e-3, "there is a gradient");
      checkBias(slopeHere, parameters.users(), moved.users(), 1);
      checkBias(slopeHere, parameters.items(), moved.items(), 2);
    });
  }

  @Test
  void theStepOfAUserAndTwoItemsIsTheGradient() {
    Parameters moved = twin();
    new Mover(Samples.KERNELS, moved, OPTIONS, false).triple(0, 2, 1, Logistic.LOG_1);
    DoubleUnaryOperator of = s -> -Math.log(Logistic.sigmoid(s));
    ToDoubleFunction<Parameters> difference =
        p -> p.score(Samples.KERNELS, 0, 2) - p.score(Samples.KERNELS, 0, 1);
    ToDoubleFunction<Parameters> loss =
        p ->
            of.applyAsDouble(difference.applyAsDouble(p))
                + PENALTY
                    / 2
                    * (squares(p.users(), 0) + squares(p.items(), 2) + squares(p.items(), 1));
    check(parameters.users(), 0, loss, moved, moved.users());
    check(parameters.items(), 2, loss, moved, moved.items());
    check(parameters.items(), 1, loss, moved, moved.items());
    double slope = difference(of, difference.applyAsDouble(parameters));
    checkBias(slope, parameters.items(), moved.items(), 2);
    checkBias(-slope, parameters.items(), moved.items(), 1);
    assertEquals(parameters.users().bias()[0], moved.users().bias()[0], "cancels");
  }

  @Test
  void fixedItemsStay() {
    Parameters moved = twin();
    new Mover(Samples.KERNELS, moved, OPTIONS, true).pair(1, 2, Logistic.LOG_1);
    new Mover(Samples.KERNELS, moved, OPTIONS, true).triple(1, 2, 0, Logistic.LOG_1);
    Parameters before = new Parameters(moved.users(), parameters.items(), parameters.level());
    assertEquals(before.print(), moved.print());
    assertTrue(!parameters.print().equals(moved.print()), "the user moved");
  }
}
