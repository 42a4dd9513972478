package org.marquetry.profile.core;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.marquetry.profile.api.Trait;

/// The traits of all customers, one array each. Filled by one thread, read by many after that.
///
/// Numbers are NaN where unknown; a date is its epoch day in a number column.
final class Columns {
  private final String[] ids;
  private final Map<String, double[]> numbers = new HashMap<>();
  private final Map<String, TextColumn> texts = new HashMap<>();

  /// @param ids customers, sorted, distinct
  Columns(String[] ids) {
    this.ids = ids;
  }

  int size() {
    return ids.length;
  }

  String id(int customer) {
    return ids[customer];
  }

  /// Return a customer's place, negative when unknown.
  int find(String id) {
    return Arrays.binarySearch(ids, id);
  }

  /// Return the column of a number or date, made on first use with everything unknown.
  double[] number(Trait trait) {
    return numbers.computeIfAbsent(
        trait.id(),
        _ -> {
          double[] column = new double[ids.length];
          Arrays.fill(column, Double.NaN);
          return column;
        });
  }

  /// Return the column of a text, made on first use with everything unknown.
  TextColumn text(Trait trait) {
    return texts.computeIfAbsent(trait.id(), _ -> new TextColumn(ids.length));
  }

  Optional<double[]> findNumber(Trait trait) {
    return Optional.ofNullable(numbers.get(trait.id()));
  }

  Optional<TextColumn> findText(Trait trait) {
    return Optional.ofNullable(texts.get(trait.id()));
  }
}
