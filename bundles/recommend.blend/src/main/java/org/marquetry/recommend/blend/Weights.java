package org.marquetry.recommend.blend;

import java.util.Arrays;
import java.util.List;
import org.marquetry.platform.api.compute.ComputePool;

/// Finds the weights of engines whose blend has the best NDCG on held-out items, one weight after
/// the other; then leaves out, from the least useful on, each engine that does not help by more
/// than a standard error.
///
/// Source: coordinate ascent after Metzler, Croft, Linear feature-based models for information
/// retrieval, Information Retrieval 10, 2007.
final class Weights {
  private static final double[] TRIED = {0, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2, 3, 5};
  private static final int MOST_ROUNDS = 6;
  private static final int USERS_A_PIECE = 64;

  private final List<Candidates> users;
  private final int length;
  private final ComputePool pool;

  Weights(List<Candidates> users, int length, ComputePool pool) {
    this.users = users;
    this.length = length;
    this.pool = pool;
  }

  /// The weights, which sum to 1; 0 for what is left out.
  ///
  /// @param engines how many there are, at least one
  double[] learn(int engines) {
    boolean[] in = new boolean[engines];
    Arrays.fill(in, true);
    double[] weight = ascend(in);
    for (int least = leastUseful(weight); least >= 0; least = leastUseful(weight)) {
      in[least] = false;
      weight = ascend(in);
    }
    double sum = Arrays.stream(weight).sum();
    return Arrays.stream(weight).map(w -> w / sum).toArray();
  }

  /// Mean NDCG of some weights.
  double quality(double[] weight) {
    return Arrays.stream(each(weight)).average().orElse(0);
  }

  private double[] each(double[] weight) {
    double[] ndcg = new double[users.size()];
    pool.parallel(
        Math.ceilDiv(ndcg.length, USERS_A_PIECE),
        piece -> {
          int from = piece * USERS_A_PIECE;
          for (int u = from; u < Math.min(ndcg.length, from + USERS_A_PIECE); u++) {
            ndcg[u] = users.get(u).ndcg(weight, length);
          }
        });
    return ndcg;
  }

  /// Begin with the best engine alone.
  private double[] ascend(boolean[] in) {
    double[] weight = new double[in.length];
    double best = -1;
    for (int e = 0; e < in.length; e++) {
      double[] alone = new double[in.length];
      alone[e] = 1;
      double quality = in[e] ? quality(alone) : -1;
      if (quality > best) {
        best = quality;
        weight = alone;
      }
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double before = best;
      for (int e = 0; e < in.length; e++) {
        best = in[e] ? improve(weight, e, best) : best;
      }
      if (best <= before) {
        break;
      }
    }
    return weight;
  }

  /// Change one weight to the best of those tried, if any beats what there is.
  private double improve(double[] weight, int e, double best) {
    double reached = best;
    double chosen = weight[e];
    for (double tried : TRIED) {
      weight[e] = tried;
      double quality = quality(weight);
      if (quality > reached) {
        reached = quality;
        chosen = tried;
      }
    }
    weight[e] = chosen;
    return reached;
  }

  /// The engine whose absence costs least, if it costs less than a standard error; else -1.
  private int leastUseful(double[] weight) {
    double[] with = each(weight);
    int least = -1;
    double smallest = 1;
    for (int e = 0; e < weight.length; e++) {
      if (weight[e] > 0 && Arrays.stream(weight).filter(w -> w > 0).count() > 1) {
        double[] without = weight.clone();
        without[e] = 0;
        double useful = standardErrors(with, each(without));
        if (useful < smallest) {
          smallest = useful;
          least = e;
        }
      }
    }
    return least;
  }

  /// How many standard errors the mean of paired differences is above 0.
  private static double standardErrors(double[] more, double[] less) {
    double sum = 0;
    double squares = 0;
    for (int u = 0; u < more.length; u++) {
      double difference = more[u] - less[u];
      sum += difference;
      squares += difference * difference;
    }
    double mean = sum / more.length;
    double variance = squares / more.length - mean * mean;
    return variance <= 0 ? 0 : mean / Math.sqrt(variance / more.length);
  }
}
