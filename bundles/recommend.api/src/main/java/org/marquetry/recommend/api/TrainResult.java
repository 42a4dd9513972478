package org.marquetry.recommend.api;

import java.util.Optional;

/// How a training ended.
public sealed interface TrainResult {
  /// A model was learned and answers now.
  record Trained(ModelCard card) implements TrainResult {}

  /// Too little is known to learn from; the earlier model, if any, still answers.
  ///
  /// @param found pairs of customer and product in the events
  /// @param needed how many are needed
  record TooFewInteractions(long found, long needed) implements TrainResult {}

  /// A model was learned and the earlier one still answers: of the products that people had to do
  /// with latest, the new one finds clearly fewer.
  ///
  /// @param check of the new one, as [Snapshot#check]
  /// @param former the same of the earlier one
  /// @param snapshot in which the new one is kept; [Recommendations#serve] lets it answer all the
  ///   same
  record Refused(ModelCard card, double check, double former, Optional<String> snapshot)
      implements TrainResult {}
}
