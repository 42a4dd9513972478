package org.marquetry.data.intake;

import java.util.List;
import java.util.Optional;

/// What the contents of a column look like.
///
/// @param filled rows with a value, in the whole file
/// @param distinct different values, in the whole file
/// @param numeric share of the sampled values that are numbers, in [0, 1]; the other shares
///   likewise
/// @param fractions share that have decimals
/// @param min smallest number of the sample, NaN when there is none
/// @param max largest number of the sample, NaN when there is none
/// @param date how dates are written, when at least nine of ten values are dates
/// @param ambiguousDate day and month could be swapped
/// @param comma the decimal sign is a comma
/// @param words mean number of words
/// @param length mean length
/// @param values some different values, in lower case
record ColumnProfile(
    int position,
    String name,
    long rows,
    long filled,
    long distinct,
    double numeric,
    double whole,
    double fractions,
    double min,
    double max,
    Optional<DateStyle> date,
    boolean ambiguousDate,
    double clock,
    double email,
    double url,
    boolean comma,
    double words,
    double length,
    List<String> values) {

  /// Each row has its own value.
  boolean key() {
    return filled > 0 && filled >= 0.99 * rows && distinct >= 0.99 * filled;
  }

  /// Could name things: short, no decimals, no date.
  boolean idLike() {
    return filled > 0
        && date.isEmpty()
        && fractions < 0.01
        && length <= 64
        && words < 2.5
        && email < 0.5
        && url < 0.5
        && clock < 0.5;
  }

  boolean empty() {
    return filled == 0;
  }

  boolean number() {
    return numeric >= 0.9;
  }

  /// Yes or no, 0 or 1.
  boolean binary() {
    return distinct <= 2
        && List.of("0", "1", "yes", "no", "true", "false", "y", "n", "t", "f").containsAll(values);
  }

  String sql() {
    return "c" + position;
  }
}
