package org.marquetry.recommend.spi;

import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.gate.Whiteboard;
import org.marquetry.platform.api.progress.Progress;
import org.osgi.annotation.versioning.ConsumerType;

/// Learn a model from interactions. Safe for use by many threads.
@ConsumerType
@Whiteboard
@Requires("recommend.train")
public interface Trainer {
  /// Name of the algorithm, as in `lab recommend --algorithm`, for example `ials`.
  String algorithm();

  /// What computes: `cpu` or `cuda`.
  String engine();

  /// The options that [#train] knows, with their defaults.
  List<TrainOption> options();

  /// Learn a model. The same data, options and seed give the same model, bit for bit, unless its
  /// provenance says otherwise.
  ///
  /// @throws IllegalArgumentException if an option is unknown or out of range, or there is no
  ///   interaction
  /// @throws TrainingCancelledException if `progress` was cancelled
  Model train(Interactions interactions, TrainOptions options, Progress progress);
}
