package org.marquetry.recommend.api;

import java.util.Map;
import org.marquetry.recommend.spi.TrainOptions;
import org.marquetry.shop.api.EventTypes;

/// What to learn from, and how.
///
/// @param algorithm name of a trainer, as [org.marquetry.recommend.spi.Trainer#algorithm]
/// @param strengths for each event type that counts, the strength of one event; above 0
/// @param options options of the algorithm; what is not given takes its default
public record TrainRequest(String algorithm, Map<String, Double> strengths, TrainOptions options) {
  private static final String USUAL = "ials";

  public TrainRequest {
    strengths = Map.copyOf(strengths);
    strengths.forEach((type, strength) -> {
      if (!(strength > 0 && strength < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "strength of " + type + " must be above 0, got " + strength);
      }
    });
  }

  /// One with the usual algorithm, a matrix factorisation.
  public TrainRequest(Map<String, Double> strengths, TrainOptions options) {
    this(USUAL, strengths, options);
  }

  /// The same by another algorithm.
  public TrainRequest by(String other) {
    return new TrainRequest(other, strengths, options);
  }

  /// Orders count most, then reviews, carts and views; options and seed at their defaults.
  public static TrainRequest standard() {
    return new TrainRequest(
        Map.of(
            EventTypes.ORDERED, 4.0,
            EventTypes.REVIEWED, 4.0,
            EventTypes.CARTED, 2.0,
            EventTypes.CLICKED, 1.0,
            EventTypes.VIEWED, 1.0),
        new TrainOptions(Map.of(), 1));
  }
}
