package org.marquetry.lab.spi;

import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.gate.Whiteboard;
import org.marquetry.platform.api.progress.Progress;
import org.osgi.annotation.versioning.ConsumerType;

/// Train and measure one kind of model on rows that the user brought. Safe for use by many threads.
@ConsumerType
@Whiteboard
@Requires("lab.run")
public interface LabTask {
  /// The word after `launcher/marquetry lab`, for example `recommend`.
  String name();

  /// One line that says what is measured.
  String summary();

  /// The options of this task beyond those every task has (`--data`, `--train`, `--test`,
  /// `--split`, `--split-random`, `--folds`, `--leave-last`, `--seed`, `--columns`, `--header`,
  /// `--format`).
  List<LabOption> options();

  /// Measure.
  ///
  /// @throws LabInputException if files or options are not what the task needs; the message is
  ///   shown to the user
  LabResult run(LabInput input, Progress progress);
}
