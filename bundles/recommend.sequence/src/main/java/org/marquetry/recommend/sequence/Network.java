package org.marquetry.recommend.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.marquetry.lib.model.Fingerprint;
import org.marquetry.math.linear.Kernels;

/// The parameters of a self-attentive sequence model: each item and each place of a history is a
/// vector; blocks of attention and two dense layers, each with a way past it and a normalisation,
/// turn the history up to a place into a vector; its products with the items' vectors say how well
/// each would come next.
///
/// Source: Kang, McAuley, Self-attentive sequential recommendation (SASRec), ICDM 2018, with the
/// normalisations after the sums and a softmax over all items (Klenitskiy, Vasilev, Turning dross
/// into gold loss, RecSys 2023) in place of one negative.
final class Network {
  private static final double SPREAD = 0.02;

  /// The parameters of one block.
  record Block(
      Group look,
      Group lookBias,
      Group join,
      Group joinBias,
      Group gain,
      Group bias,
      Group up,
      Group upBias,
      Group down,
      Group downBias,
      Group lastGain,
      Group lastBias) {}

  private final SequenceOptions options;
  private final int itemCount;
  private final SplittableRandom random;
  private final List<Group> groups = new ArrayList<>();
  private final Group items;
  private final Group places;
  private final Group gain;
  private final Group bias;
  private final List<Block> blocks;

  Network(int itemCount, SequenceOptions options) {
    this.options = options;
    this.itemCount = itemCount;
    random = new SplittableRandom(options.seed());
    int d = options.factors();
    items = drawn("items", Math.multiplyExact(padded(itemCount), d));
    Arrays.fill(items.value(), itemCount * d, items.value().length, 0);
    places = drawn("places", options.length() * d);
    gain = filled("gain", d, 1);
    bias = filled("bias", d, 0);
    List<Block> made = new ArrayList<>();
    for (int b = 0; b < options.blocks(); b++) {
      made.add(block("block " + b + " ", d, options.hidden()));
    }
    blocks = List.copyOf(made);
  }

  private Block block(String name, int d, int hidden) {
    return new Block(
        drawn(name + "look", d * 3 * d),
        filled(name + "look bias", 3 * d, 0),
        drawn(name + "join", d * d),
        filled(name + "join bias", d, 0),
        filled(name + "gain", d, 1),
        filled(name + "bias", d, 0),
        drawn(name + "up", d * hidden),
        filled(name + "up bias", hidden, 0),
        drawn(name + "down", hidden * d),
        filled(name + "down bias", d, 0),
        filled(name + "last gain", d, 1),
        filled(name + "last bias", d, 0));
  }

  private Group drawn(String name, int size) {
    float[] value = new float[size];
    for (int k = 0; k < size; k++) {
      value[k] = (float) (random.nextGaussian() * SPREAD);
    }
    return added(name, value);
  }

  private Group filled(String name, int size, float with) {
    float[] value = new float[size];
    Arrays.fill(value, with);
    return added(name, value);
  }

  private Group added(String name, float[] value) {
    Group group = new Group(name, groups.size(), value);
    groups.add(group);
    return group;
  }

  /// A number of items, rounded up to what kernels take.
  private static int padded(int items) {
    return Math.multiplyExact(Math.ceilDiv(items, Kernels.PAD), Kernels.PAD);
  }

  SequenceOptions options() {
    return options;
  }

  int itemCount() {
    return itemCount;
  }

  /// Rows of [#items], with rows of zeros behind the last item.
  int itemRows() {
    return padded(itemCount);
  }

  List<Group> groups() {
    return groups;
  }

  /// The items' vectors, a row each.
  Group items() {
    return items;
  }

  /// The vectors of places in a history, the last row for the latest item.
  Group places() {
    return places;
  }

  Group gain() {
    return gain;
  }

  Group bias() {
    return bias;
  }

  List<Block> blocks() {
    return blocks;
  }

  /// How well an item comes next.
  ///
  /// @param state of a history, as [Pass#last] gives it
  float score(Kernels kernels, float[] state, int item) {
    return kernels.dot(state, 0, items.value(), item * options.factors(), options.factors());
  }

  /// A copy of all parameters.
  float[][] values() {
    return groups.stream().map(g -> g.value().clone()).toArray(float[][]::new);
  }

  /// Take over parameters that [#values] gave.
  void restore(float[][] values) {
    for (Group group : groups) {
      float[] value = values[group.index()];
      System.arraycopy(value, 0, group.value(), 0, value.length);
    }
  }

  /// Zeros for the gradient of each group.
  float[][] zeros() {
    return groups.stream().map(g -> new float[g.value().length]).toArray(float[][]::new);
  }

  /// The fingerprint of all parameters, bit for bit.
  String print() {
    Fingerprint print = new Fingerprint();
    for (Group group : groups) {
      for (float value : group.value()) {
        print.put(value);
      }
    }
    return print.end();
  }
}
