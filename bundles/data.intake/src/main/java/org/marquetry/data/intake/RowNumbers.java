package org.marquetry.data.intake;

import java.util.Arrays;
import java.util.List;

/// The numbers of rows in a delimited file, as a spreadsheet shows them: the header is one, and so
/// are blank lines, and rows that the database's reader refused.
///
/// Inside, a row that the reader took has the place `(n + 1) * STEP`, n rows of its kind before it;
/// the k-th of those refused since the row before has the place `n * STEP + 1 + k`.
final class RowNumbers {
  /// More than there can be refused rows between two others.
  static final long STEP = 1L << 27;

  /// Places are the numbers.
  static final RowNumbers SAME = new RowNumbers(-1, List.of(), new long[0]);

  private final long first;
  private final long[] places; // of the first row of each stretch, ascending
  private final long[] numbers; // of the same
  private final long[] refused; // rows in the stretches before each, and at last in all of them
  private final long[] blanks; // rows taken before each empty line, ascending

  /// @param first number of the first row
  /// @param blanks how many rows that the reader took stand before each empty line
  RowNumbers(long first, List<CsvRescue.Stretch> stretches, long[] blanks) {
    this.first = first;
    this.blanks = blanks;
    int n = stretches.size();
    places = new long[n];
    numbers = new long[n];
    refused = new long[n + 1];
    long drift = 0; // rows of stretches that the reader took for one
    for (int i = 0; i < n; i++) {
      CsvRescue.Stretch s = stretches.get(i);
      long earlier =
          i > 0 && stretches.get(i - 1).before() == s.before()
              ? places[i - 1] + stretches.get(i - 1).rows().size()
              : s.before() * STEP + 1;
      places[i] = earlier;
      numbers[i] = s.line() + drift;
      refused[i + 1] = refused[i] + s.rows().size();
      drift += s.rows().size() - s.records();
    }
  }

  /// The place of a row in a stretch.
  long place(int stretch, int row) {
    return places[stretch] + row;
  }

  long of(long place) {
    if (first < 0) {
      return place;
    }
    int stretch = upTo(places, place) - 1;
    if (place % STEP != 0) {
      return numbers[stretch] + place - places[stretch];
    }
    long taken = place / STEP - 1;
    return first + taken + refused[stretch + 1] + upTo(blanks, taken);
  }

  /// How many values are at most a limit.
  static int upTo(long[] values, long limit) {
    int found = Arrays.binarySearch(values, limit);
    if (found < 0) {
      return -found - 1;
    }
    int end = found;
    while (end < values.length && values[end] == limit) {
      end++;
    }
    return end;
  }
}
