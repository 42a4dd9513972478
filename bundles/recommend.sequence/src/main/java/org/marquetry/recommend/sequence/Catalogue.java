package org.marquetry.recommend.sequence;

import org.marquetry.platform.api.compute.ComputePool;

/// The items' vectors turned on their side, in blocks that fit the cache: block `b` holds items
/// from `b * BLOCK` on, a row for each factor.
final class Catalogue {
  static final int BLOCK = 256;

  private final Network network;
  private final float[] turned;

  Catalogue(Network network) {
    this.network = network;
    turned = new float[network.items().value().length];
  }

  int blocks() {
    return Math.ceilDiv(network.itemRows(), BLOCK);
  }

  /// Items of a block, a multiple of 16.
  int width(int block) {
    return Math.min(BLOCK, network.itemRows() - block * BLOCK);
  }

  /// Items of a block that exist.
  int real(int block) {
    return Math.min(BLOCK, network.itemCount() - block * BLOCK);
  }

  /// Where a block begins in [#turned], and in the items' vectors.
  int start(int block) {
    return block * BLOCK * network.options().factors();
  }

  float[] turned() {
    return turned;
  }

  /// Follow the items' vectors.
  void turn(ComputePool pool) {
    pool.parallel(blocks(), this::turn);
  }

  private void turn(int block) {
    int d = network.options().factors();
    float[] items = network.items().value();
    int width = width(block);
    int start = start(block);
    for (int i = 0; i < width; i++) {
      for (int k = 0; k < d; k++) {
        turned[start + k * width + i] = items[start + i * d + k];
      }
    }
  }
}
