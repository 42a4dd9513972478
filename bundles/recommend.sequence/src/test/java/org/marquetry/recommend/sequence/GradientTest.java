package org.marquetry.recommend.sequence;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.marquetry.math.linear.Kernels;
import org.marquetry.math.linear.ScalarKernels;
import org.marquetry.platform.compute.SharedPool;

/// The gradients by hand are those of finite differences, for every group of parameters.
class GradientTest {
  private static final SharedPool POOL = new SharedPool(2);

  /// A large step bends around the kinks of the network, a small one drowns in rounding: one of
  /// them has to fit.
  private static final double[] STEPS = {4e-3, 1e-3, 2.5e-4};

  private static final int CHECKED = 4; // of each group

  private final Kernels kernels = new ScalarKernels();
  private final SequenceOptions options =
      new SequenceOptions(16, 2, 2, 32, 6, 0f, 4, 1, 0, 1, 0.01f, 5);
  private final Network network = new Network(300, options); // two blocks of the catalogue
  private final Packed packed =
      Packed.of(
          List.of(new int[] {3, 1, 4, 299}, new int[] {5}, new int[] {9, 2, 6, 5, 260, 1}), 6);
  private final int[] next = {1, 4, 299, 280, 12, 2, 6, 5, 260, 1, 0};

  @AfterAll
  static void close() {
    POOL.close();
  }

  private double loss(float[][] gradients) {
    Catalogue catalogue = new Catalogue(network);
    catalogue.turn(POOL);
    Pass pass = new Pass(kernels, network);
    float[] out = pass.forward(packed, Chance.NONE);
    float[] by = new float[out.length];
    double loss =
        new Softmax(kernels, network, catalogue)
            .loss(out, packed, next, 1, by, gradients[network.items().index()]);
    pass.backward(by, packed, gradients);
    return loss;
  }

  @Test
  void everyGroupHasTheGradientOfFiniteDifferences() {
    for (Group group : network.groups()) { // away from 0, so that each matters
      if (!group.name().endsWith("gain")) {
        for (int k = 0; k < group.value().length; k++) {
          group.value()[k] *= 10;
        }
      }
    }
    float[][] gradients = network.zeros();
    loss(gradients);
    for (Group group : network.groups()) {
      float[] gradient = gradients[group.index()];
      int[] largest =
          IntStream.range(0, gradient.length)
              .boxed()
              .sorted(Comparator.comparingDouble(k -> -Math.abs(gradient[k])))
              .limit(CHECKED)
              .mapToInt(Integer::intValue)
              .toArray();
      for (int k : largest) {
        double error =
            Arrays.stream(STEPS)
                .map(step -> Math.abs(difference(group, k, step) - gradient[k]))
                .min()
                .orElseThrow();
        double tolerance = 0.01 * Math.abs(gradient[largest[0]]) + 2e-3;
        assertTrue(
            error < tolerance, group.name() + " " + k + ": " + gradient[k] + " is off by " + error);
      }
    }
  }

  private double difference(Group group, int k, double step) {
    float kept = group.value()[k];
    float up = (float) (kept + step);
    float down = (float) (kept - step);
    group.value()[k] = up;
    double more = loss(network.zeros());
    group.value()[k] = down;
    double less = loss(network.zeros());
    group.value()[k] = kept;
    return (more - less) / ((double) up - down);
  }
}
