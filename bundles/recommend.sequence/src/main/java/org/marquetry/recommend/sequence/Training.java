package org.marquetry.recommend.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.marquetry.math.linear.Kernels;
import org.marquetry.platform.api.compute.ComputePool;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.TrainingCancelledException;

/// Goes through all histories again and again: each place learns what came next.
final class Training {
  /// Parts of a step that are computed side by side; fixed, so that threads change no bit.
  private static final int SHARDS = 4;

  private static final double LEAST_RATE = 0.02;

  private final Kernels kernels;
  private final Network network;
  private final SequenceOptions options;
  private final ComputePool pool;
  private final Progress progress;
  private final Catalogue catalogue;
  private final List<Shard> shards = new ArrayList<>();
  private final Adam adam;

  private static final class Shard {
    final Pass pass;
    final Softmax softmax;
    final float[][] gradients;
    List<int[]> histories = List.of();
    double loss;

    Shard(Kernels kernels, Network network, Catalogue catalogue) {
      pass = new Pass(kernels, network);
      softmax = new Softmax(kernels, network, catalogue);
      gradients = network.zeros();
    }
  }

  Training(Kernels kernels, Network network, ComputePool pool, Progress progress) {
    this.kernels = kernels;
    this.network = network;
    this.options = network.options();
    this.pool = pool;
    this.progress = progress;
    catalogue = new Catalogue(network);
    for (int s = 0; s < SHARDS; s++) {
      shards.add(new Shard(kernels, network, catalogue));
    }
    adam = new Adam(network, pool);
  }

  /// Train, and return the median seconds of an epoch.
  ///
  /// @throws TrainingCancelledException if the progress is cancelled
  double run(Interactions data) {
    List<int[]> histories = histories(data);
    SplittableRandom random = new SplittableRandom(options.seed());
    shuffle(histories, random);
    Validation validation = Validation.of(histories, options.validation());
    Best best = new Best();
    double[] seconds = new double[options.epochs()];
    int epoch = 0;
    while (epoch < options.epochs() && best.age < options.patience()) {
      long start = System.nanoTime();
      shuffle(histories, random);
      epoch(epoch, histories, random);
      if (!validation.isEmpty()) {
        best.offer(validation.quality(kernels, network, pool), network);
      }
      seconds[epoch++] = (System.nanoTime() - start) / 1e9;
    }
    best.restore(network);
    Arrays.sort(seconds, 0, epoch);
    return seconds[epoch / 2];
  }

  /// The parameters of the best epoch so far; of none while nothing was offered.
  private static final class Best {
    private double quality = -1;
    private float[][] values = {};
    private int age;

    void offer(double newer, Network network) {
      age++;
      if (newer > quality) {
        quality = newer;
        values = network.values();
        age = 0;
      }
    }

    void restore(Network network) {
      if (values.length > 0) {
        network.restore(values);
      }
    }
  }

  private void epoch(int epoch, List<int[]> histories, SplittableRandom random) {
    for (int from = 0; from < histories.size(); from += options.batch()) {
      if (progress.cancelled()) {
        throw new TrainingCancelledException("training was cancelled");
      }
      double done = (epoch + (double) from / histories.size()) / options.epochs();
      int to = Math.min(histories.size(), from + options.batch());
      step(histories.subList(from, to), rate(done), random.nextLong());
      progress.at(done);
    }
  }

  /// Of who has two items at least, the latest with one more, which only comes next.
  private List<int[]> histories(Interactions data) {
    List<int[]> histories = new ArrayList<>();
    for (int u = 0; u < data.users(); u++) {
      int[] all = data.sequence(u);
      if (all.length > 1) {
        histories.add(
            Arrays.copyOfRange(all, Math.max(0, all.length - options.length() - 1), all.length));
      }
    }
    return histories;
  }

  private static void shuffle(List<int[]> histories, SplittableRandom random) {
    for (int k = histories.size() - 1; k > 0; k--) {
      int other = random.nextInt(k + 1);
      int[] kept = histories.get(k);
      histories.set(k, histories.get(other));
      histories.set(other, kept);
    }
  }

  /// Constant for the first half, then down to nearly nothing.
  private double rate(double done) {
    return options.rate() * Math.clamp(2 * (1 - done), LEAST_RATE, 1);
  }

  /// One step; returns the mean of `-log p` of what came next.
  double step(List<int[]> histories, double rate, long seed) {
    double loss = gradients(histories, seed);
    adam.step(shards.stream().map(shard -> shard.gradients).toList(), rate);
    return loss;
  }

  /// Compute the gradients of a step into the shards.
  private double gradients(List<int[]> histories, long seed) {
    catalogue.turn(pool);
    int targets = histories.stream().mapToInt(h -> h.length - 1).sum();
    for (int s = 0; s < SHARDS; s++) {
      List<int[]> mine = new ArrayList<>();
      for (int k = s; k < histories.size(); k += SHARDS) {
        mine.add(histories.get(k));
      }
      shards.get(s).histories = mine;
    }
    pool.parallel(SHARDS, s -> learn(shards.get(s), 1f / targets, seed + s));
    return shards.stream().mapToDouble(shard -> shard.loss).sum() / targets;
  }

  private void learn(Shard shard, float weight, long seed) {
    shard.loss = 0;
    if (shard.histories.isEmpty()) {
      return;
    }
    List<int[]> known = shard.histories.stream().map(h -> Arrays.copyOf(h, h.length - 1)).toList();
    int[] next =
        shard.histories.stream().flatMapToInt(h -> Arrays.stream(h, 1, h.length)).toArray();
    Packed packed = Packed.of(known, options.length());
    float[] out = shard.pass.forward(packed, Chance.of(options.dropout(), seed));
    float[] by = new float[out.length];
    shard.loss =
        shard.softmax.loss(out, packed, next, weight, by, shard.gradients[network.items().index()]);
    shard.pass.backward(by, packed, shard.gradients);
  }
}
