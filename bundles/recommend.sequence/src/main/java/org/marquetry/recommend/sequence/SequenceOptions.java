package org.marquetry.recommend.sequence;

import static org.marquetry.lib.model.Options.number;
import static org.marquetry.lib.model.Options.whole;

import java.util.List;
import java.util.Map;
import org.marquetry.math.linear.Kernels;
import org.marquetry.recommend.spi.TrainOption;

/// The shape of the network and how it is trained.
///
/// @param factors numbers that describe an item or a place, a multiple of 16
/// @param blocks how often places look at each other
/// @param heads how many looks each block has; a divisor of `factors`
/// @param hidden numbers between the two layers that follow a look, a multiple of 16
/// @param length how many items of a history are looked at, the latest
/// @param dropout share of numbers that a step of training leaves out
/// @param batch users of one step
/// @param epochs how often all users are gone through
/// @param validation users whose latest item tells which epoch was best, at most every tenth; 0 for
///   none, then the last epoch is taken
/// @param patience epochs in a row that may bring nothing before training ends
/// @param rate first step length of Adam; it falls to near 0 in the second half
record SequenceOptions(
    int factors,
    int blocks,
    int heads,
    int hidden,
    int length,
    float dropout,
    int batch,
    int epochs,
    int validation,
    int patience,
    float rate,
    long seed) {
  static final List<TrainOption> KNOWN =
      List.of(
          whole("factors", 64, 16, 256, "numbers that describe an item; a multiple of 16"),
          whole("blocks", 2, 1, 8, "how often the places of a history look at each other"),
          whole("heads", 2, 1, 16, "looks of each block; a divisor of factors"),
          whole("hidden", 256, 16, 1_024, "numbers between two layers; a multiple of 16"),
          whole("length", 50, 2, 500, "items of a history that are looked at, the latest"),
          number("dropout", 0.5, 0, 0.9, "share of numbers that a step leaves out"),
          whole("batch", 128, 4, 4_096, "users of one step"),
          whole("epochs", 14, 1, 1_000, "passes over all users"),
          whole("validation", 1_000, 0, 100_000, "users whose latest item chooses the epoch"),
          whole("patience", 4, 1, 1_000, "epochs without gain that end the training"),
          number("rate", 0.002, 1e-6, 0.1, "first step length; falls in the second half"));

  SequenceOptions {
    multiple("factors", factors, Kernels.PAD);
    multiple("hidden", hidden, Kernels.PAD);
    multiple("factors", factors, heads);
  }

  private static void multiple(String name, int value, int of) {
    if (value % of != 0) {
      throw new IllegalArgumentException(name + " must be a multiple of " + of + ", got " + value);
    }
  }

  static SequenceOptions from(Map<String, Double> all, long seed) {
    return new SequenceOptions(
        whole(all, "factors"),
        whole(all, "blocks"),
        whole(all, "heads"),
        whole(all, "hidden"),
        whole(all, "length"),
        (float) number(all, "dropout"),
        whole(all, "batch"),
        whole(all, "epochs"),
        whole(all, "validation"),
        whole(all, "patience"),
        (float) number(all, "rate"),
        seed);
  }
}
