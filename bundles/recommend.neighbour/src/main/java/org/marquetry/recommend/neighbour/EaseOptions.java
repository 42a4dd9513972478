package org.marquetry.recommend.neighbour;

import static org.marquetry.lib.model.Options.number;

import java.util.List;
import java.util.Map;
import org.marquetry.recommend.spi.TrainOption;

/// @param regularisation added to the count of each item
/// @param recency each place back in a history multiplies what its item says by this
record EaseOptions(double regularisation, double recency) {
  static final List<TrainOption> KNOWN =
      List.of(
          number("regularisation", 100, 1e-3, 1e9, "added to the count of each item"),
          number("recency", 1, 0.01, 1, "what each place back in a history leaves of its say"));

  static EaseOptions from(Map<String, Double> all) {
    return new EaseOptions(number(all, "regularisation"), number(all, "recency"));
  }
}
