package org.marquetry.recommend.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import org.marquetry.lab.spi.Column;
import org.marquetry.lab.spi.LabInputException;

/// The value of `--segments`: parts of the users that are measured each by itself.
///
/// `history` stands for thirds by the length of a user's history, `history.short`, `.middle` and
/// `.long`, and for the users without one, `history.none`. Any other word is a column; a user
/// belongs to the value of its first training row. Users of equal length are in the same third, so
/// thirds may differ in size.
final class Segments {
  static final String HISTORY = "history";
  static final String NONE = HISTORY + ".none";
  private static final int MOST_VALUES = 20;

  private final List<String> wanted;

  /// @param text names, separated by commas; empty: no parts
  Segments(Optional<String> text) {
    wanted =
        text.stream()
            .flatMap(t -> Arrays.stream(t.split(",", -1)))
            .map(String::strip)
            .distinct()
            .toList();
  }

  /// Whether users without a history are measured too.
  boolean hasStrangers() {
    return wanted.contains(HISTORY);
  }

  /// For each of the users the names of its parts.
  ///
  /// @param users those with a history that are measured
  Map<Integer, List<String>> of(Collection<Integer> users, Scenario scenario) {
    Map<Integer, List<String>> parts = new HashMap<>();
    users.forEach(user -> parts.put(user, new ArrayList<>()));
    for (String name : wanted) {
      Map<Integer, String> values =
          name.equals(HISTORY)
              ? thirds(users, scenario.past())
              : values(scenario.pair().train().column(name), scenario.userOfRow());
      parts.forEach((user, of) ->
          Optional.ofNullable(values.get(user)).ifPresent(v -> of.add(name + "." + v)));
    }
    return parts;
  }

  private static Map<Integer, String> thirds(Collection<Integer> users, Past past) {
    int[] lengths = users.stream().mapToInt(past::length).sorted().toArray();
    Map<Integer, String> thirds = new HashMap<>();
    if (lengths.length == 0) {
      return thirds;
    }
    int first = lengths[(lengths.length + 2) / 3 - 1];
    int second = lengths[(2 * lengths.length + 2) / 3 - 1];
    for (int user : users) {
      int length = past.length(user);
      thirds.put(user, length <= first ? "short" : length <= second ? "middle" : "long");
    }
    return thirds;
  }

  private static Map<Integer, String> values(Column column, IntUnaryOperator userOfRow) {
    Map<Integer, String> values = new LinkedHashMap<>();
    for (int row = 0; row < column.size(); row++) {
      if (!column.text(row).isEmpty()) {
        values.putIfAbsent(userOfRow.applyAsInt(row), column.text(row));
      }
    }
    int distinct = new TreeSet<>(values.values()).size();
    if (distinct > MOST_VALUES) {
      throw new LabInputException(
          "--segments "
              + column.name()
              + ": the column has "
              + distinct
              + " values for the users; parts are told for at most "
              + MOST_VALUES);
    }
    return values;
  }
}
