package org.marquetry.data.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.shop.api.Words;

/// What a file and its columns are taken for.
///
/// @param columns one entry a column, in the file's order
/// @param unused why the file is not loaded; empty when it is
record FileGuess(
    RawTable table,
    List<ColumnProfile> profiles,
    Mapping.FileRule rule,
    Role role,
    double confidence,
    List<String> evidence,
    List<ColumnGuess> columns,
    Optional<Words> unused) {

  /// @param confidence in [0, 1]
  record ColumnGuess(Meaning meaning, double confidence, String evidence) {
    static final ColumnGuess UNKNOWN =
        new ColumnGuess(Meaning.UNKNOWN, 0, "nothing is known by this name and these contents");
  }

  Optional<ColumnProfile> column(Meaning meaning) {
    return columns(meaning).stream().findFirst();
  }

  boolean has(Meaning meaning) {
    return column(meaning).isPresent();
  }

  List<ColumnProfile> columns(Meaning meaning) {
    List<ColumnProfile> found = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).meaning() == meaning) {
        found.add(profiles.get(i));
      }
    }
    return found;
  }
}
