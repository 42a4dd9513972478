package org.marquetry.recommend.spi;

import java.io.DataInput;
import java.io.IOException;
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

  /// Make a model again from what [Model#write] wrote. With the interactions that it learned from
  /// it answers as it did.
  ///
  /// @param interactions of now; the items have the numbers that they had, the users are others
  /// @param provenance of the model
  /// @throws IOException if it was written in another way or cannot be read
  default Model read(DataInput from, Interactions interactions, Provenance provenance)
      throws IOException {
    throw new IOException("models by " + algorithm() + " cannot be kept");
  }
}
