package org.marquetry.recommend.sequence;

import java.util.ArrayList;
import java.util.List;
import org.marquetry.platform.api.compute.ComputePool;

/// Moves the parameters against the gradients (Kingma, Ba, Adam, ICLR 2015).
final class Adam {
  private static final float MEAN = 0.9f;
  private static final float VARIANCE = 0.98f;
  private static final float EPSILON = 1e-8f;
  private static final int NUMBERS_A_PIECE = 1 << 15;

  private record Piece(Group group, int from, int to) {}

  private final ComputePool pool;
  private final List<Piece> pieces = new ArrayList<>();
  private final float[][] mean;
  private final float[][] variance;
  private int steps;

  Adam(Network network, ComputePool pool) {
    this.pool = pool;
    mean = network.zeros();
    variance = network.zeros();
    for (Group group : network.groups()) {
      int size = group.value().length;
      for (int from = 0; from < size; from += NUMBERS_A_PIECE) {
        pieces.add(new Piece(group, from, Math.min(size, from + NUMBERS_A_PIECE)));
      }
    }
  }

  /// Move by the sum of some gradients, and set them to 0.
  ///
  /// @param gradients of each shard, for each group; joined in this order
  void step(List<float[][]> gradients, double rate) {
    steps++;
    float length = (float) (rate / (1 - StrictMath.pow(MEAN, steps)));
    float spread = (float) (1 / (1 - StrictMath.pow(VARIANCE, steps)));
    pool.parallel(pieces.size(), p -> move(pieces.get(p), gradients, length, spread));
  }

  private void move(Piece piece, List<float[][]> gradients, float length, float spread) {
    int index = piece.group.index();
    float[] sum = gradients.getFirst()[index];
    for (float[][] more : gradients.subList(1, gradients.size())) {
      float[] other = more[index];
      for (int k = piece.from; k < piece.to; k++) {
        sum[k] += other[k];
        other[k] = 0;
      }
    }
    float[] value = piece.group.value();
    float[] m = mean[index];
    float[] v = variance[index];
    for (int k = piece.from; k < piece.to; k++) {
      float g = sum[k];
      m[k] = MEAN * m[k] + (1 - MEAN) * g;
      v[k] = VARIANCE * v[k] + (1 - VARIANCE) * g * g;
      value[k] -= length * m[k] / ((float) Math.sqrt(v[k] * spread) + EPSILON);
      sum[k] = 0;
    }
  }
}
