package org.marquetry.lab.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/// What the user gave to one run: options and files. Every reader throws [LabInputException] with a
/// message for the user.
@ProviderType
public interface LabInput {
  /// Return the text after `--option`, if given.
  Optional<String> text(String option);

  /// Return the text after `--option`.
  ///
  /// @throws LabInputException if it was not given
  String required(String option);

  /// Tell whether the switch `--option` was given.
  boolean flag(String option);

  /// Return a whole number in [`min`, `max`], or `fallback` when not given.
  int integer(String option, int fallback, int min, int max);

  /// Return a number in [`min`, `max`], or `fallback` when not given.
  double number(String option, double fallback, double min, double max);

  /// Return a day written as `yyyy-mm-dd`.
  ///
  /// @throws LabInputException if it was not given
  LocalDate date(String option);

  /// The seed of every random choice, 1 unless `--seed` says otherwise.
  long seed();

  /// Read the file named by `--option` with the user's `--columns`, `--header` and `--format`.
  Table table(String option);

  /// Split the rows of `--data`, or pair the files of `--train` and `--test`; rows are drawn one by
  /// one, or `--split-time` parts them at one point in time.
  ///
  /// @return one pair, or one for each of `--folds`
  List<TrainTest> splits();

  /// Split as [#splits], but within each value of a column, so that each keeps at least one row in
  /// train; `--leave-last` holds out the latest row of each (by column `time`, else the last in the
  /// file), `--split-random` draws over all rows and `--split-time` parts all at one point in time.
  List<TrainTest> splitsWithin(String column);
}
