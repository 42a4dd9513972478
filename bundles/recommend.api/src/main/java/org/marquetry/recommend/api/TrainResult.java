package org.marquetry.recommend.api;

/// How a training ended.
public sealed interface TrainResult {
  /// A model was learned and answers now.
  record Trained(ModelCard card) implements TrainResult {}

  /// Too little is known to learn from; the earlier model, if any, still answers.
  ///
  /// @param found pairs of customer and product in the events
  /// @param needed how many are needed
  record TooFewInteractions(long found, long needed) implements TrainResult {}
}
