package org.marquetry.data.api;

import java.util.List;
import java.util.Optional;

/// Rows of one file that the cleaning treated in one way for one reason.
///
/// @param kind what happened to them
/// @param code stable code of the reason, for example `date-in-future`
/// @param meaning the reason in words, in English
/// @param file name relative to the folder
/// @param column the column that gave the reason, where one did
/// @param rows how many
/// @param examples at most five
public record Finding(
    Kind kind,
    String code,
    String meaning,
    String file,
    Optional<String> column,
    long rows,
    List<Example> examples) {
  public Finding {
    examples = List.copyOf(examples);
  }

  /// What happened to the rows.
  public enum Kind {
    /// Not loaded.
    REJECTED,
    /// Loaded with a value put right or left out.
    REPAIRED,
    /// Loaded as they are, but odd.
    FLAGGED
  }

  /// One such row.
  ///
  /// @param row number in the file, counted from 1, the header included
  /// @param value of the column, at most 60 characters; shortened where it may name a person
  public record Example(long row, String value) {}
}
