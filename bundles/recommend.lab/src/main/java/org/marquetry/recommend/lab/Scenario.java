package org.marquetry.recommend.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.marquetry.lab.spi.Column;
import org.marquetry.lab.spi.LabInputException;
import org.marquetry.lab.spi.Table;
import org.marquetry.lab.spi.TrainTest;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.InteractionsBuilder;

/// One pair of train and test over one numbering of users and items.
///
/// @param train what the trainer sees
/// @param test for each user the items to find, ascending, without those in train; empty for users
///   that are not measured
/// @param rows rows of both
record Scenario(Interactions train, List<int[]> test, long rows) {
  static Scenario of(TrainTest pair) {
    Map<String, Integer> users = new HashMap<>();
    Map<String, Integer> items = new HashMap<>();
    Numbered train = Numbered.of(pair.train(), users, items);
    Numbered test = Numbered.of(pair.test(), users, items);
    InteractionsBuilder builder = Interactions.builder(users.size(), items.size());
    Column weight = pair.train().find("weight").orElse(null);
    for (int row = 0; row < train.user().length; row++) {
      builder.add(train.user()[row], train.item()[row], weight == null ? 1 : weight(weight, row));
    }
    Interactions known = builder.build();
    List<TreeSet<Integer>> wanted = new ArrayList<>();
    for (int u = 0; u < users.size(); u++) {
      wanted.add(new TreeSet<>());
    }
    for (int row = 0; row < test.user().length; row++) {
      if (!known.has(test.user()[row], test.item()[row])) {
        wanted.get(test.user()[row]).add(test.item()[row]);
      }
    }
    List<int[]> sorted =
        wanted.stream().map(s -> s.stream().mapToInt(Integer::intValue).toArray()).toList();
    return new Scenario(known, sorted, (long) pair.train().rows() + pair.test().rows());
  }

  private static double weight(Column column, int row) {
    double weight = column.number(row);
    if (weight > 0) {
      return weight;
    }
    throw new LabInputException(
        "column 'weight', training row "
            + (row + 1)
            + ": weights are confidences and must be above 0, got "
            + column.text(row)
            + "; leave the column out with - to count every row the same");
  }

  /// Numbers of users and items of a table's rows.
  @SuppressWarnings("ArrayRecordComponent") // never leaves this class
  private record Numbered(int[] user, int[] item) {
    static Numbered of(Table table, Map<String, Integer> users, Map<String, Integer> items) {
      return new Numbered(
          numbers(table.column("user"), users), numbers(table.column("item"), items));
    }

    private static int[] numbers(Column column, Map<String, Integer> known) {
      int[] numbers = new int[column.size()];
      for (int row = 0; row < numbers.length; row++) {
        numbers[row] = known.computeIfAbsent(column.text(row), text -> known.size());
      }
      return numbers;
    }
  }
}
