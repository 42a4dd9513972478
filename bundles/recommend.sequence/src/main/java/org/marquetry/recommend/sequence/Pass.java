package org.marquetry.recommend.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.marquetry.math.linear.Kernels;

/// Runs histories through the network, and errors back. For one thread.
final class Pass {
  private final Network network;
  private final int width;
  private final List<Layer> layers = new ArrayList<>();

  Pass(Kernels kernels, Network network) {
    this.network = network;
    width = network.options().factors();
    layers.add(new LayerNorm(network.gain(), network.bias()));
    layers.add(new Dropout());
    for (Network.Block block : network.blocks()) {
      layers.add(
          new Past(
              new Linear(kernels, block.look(), block.lookBias()),
              new Attention(kernels, width, network.options().heads()),
              new Linear(kernels, block.join(), block.joinBias()),
              new Dropout()));
      layers.add(new LayerNorm(block.gain(), block.bias()));
      layers.add(
          new Past(
              new Linear(kernels, block.up(), block.upBias()),
              new Relu(),
              new Linear(kernels, block.down(), block.downBias()),
              new Dropout()));
      layers.add(new LayerNorm(block.lastGain(), block.lastBias()));
    }
  }

  /// What each row knows of its history up to itself, a vector each.
  float[] forward(Packed of, Chance chance) {
    float[] rows = new float[of.padded() * width];
    float[] items = network.items().value();
    float[] places = network.places().value();
    for (int row = 0; row < of.rows(); row++) {
      int item = of.item()[row] * width;
      int place = of.place()[row] * width;
      for (int k = 0; k < width; k++) {
        rows[row * width + k] = items[item + k] + places[place + k];
      }
    }
    for (Layer layer : layers) {
      rows = layer.forward(rows, of, chance);
    }
    return rows;
  }

  /// What the end of a history says.
  ///
  /// @param past of which the latest items are looked at, at least one
  float[] last(int[] past) {
    int length = network.options().length();
    int[] latest = Arrays.copyOfRange(past, Math.max(0, past.length - length), past.length);
    float[] out = forward(Packed.of(List.of(latest), length), Chance.NONE);
    return Arrays.copyOfRange(out, (latest.length - 1) * width, latest.length * width);
  }

  /// Add the gradients by all parameters.
  ///
  /// @param out the gradient by what [#forward] returned
  void backward(float[] out, Packed of, float[][] gradients) {
    float[] by = out;
    for (Layer layer : layers.reversed()) {
      by = layer.backward(by, of, gradients);
    }
    float[] items = gradients[network.items().index()];
    float[] places = gradients[network.places().index()];
    for (int row = 0; row < of.rows(); row++) {
      int item = of.item()[row] * width;
      int place = of.place()[row] * width;
      for (int k = 0; k < width; k++) {
        items[item + k] += by[row * width + k];
        places[place + k] += by[row * width + k];
      }
    }
  }
}
