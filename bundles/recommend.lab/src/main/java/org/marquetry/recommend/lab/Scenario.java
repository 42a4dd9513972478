package org.marquetry.recommend.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.marquetry.lab.spi.Column;
import org.marquetry.lab.spi.LabInputException;
import org.marquetry.lab.spi.Table;
import org.marquetry.lab.spi.TrainTest;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.InteractionsBuilder;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.ScoredItem;

/// One pair of train and test over one numbering of users and items.
///
/// @param train what the trainer sees
/// @param history what the model answers from; `train` itself, or with one item more of each user
/// @param test for each user the items to find, ascending, without those in the history; empty for
///   users that are not measured
/// @param past what is known from `history`
/// @param byChance whether the test is rows that chance took from the history
/// @param userOfRow the user of a row of `pair.train()`
record Scenario(
    TrainTest pair,
    Interactions train,
    Interactions history,
    Past past,
    List<int[]> test,
    boolean byChance,
    IntUnaryOperator userOfRow) {
  /// Rows that chance parted, as far as is known.
  static Scenario of(TrainTest pair) {
    return of(pair, false, true);
  }

  /// Rows that a point in time parted.
  static Scenario later(TrainTest pair) {
    return of(pair, false, false);
  }

  /// The model is built without the two last items of each user, and answers from all but the last.
  /// So nothing that it learned is later than what it is asked about, and what chooses between
  /// models has items of its own: the last but one.
  static Scenario leaveLast(TrainTest pair) {
    return of(pair, true, false);
  }

  private static Scenario of(TrainTest pair, boolean withoutLast, boolean byChance) {
    Map<String, Integer> users = new HashMap<>();
    Map<String, Integer> items = new HashMap<>();
    Numbered known = Numbered.of(pair.train(), users, items);
    Numbered test = Numbered.of(pair.test(), users, items);
    long[] times = times(pair.train());
    boolean[] last = new boolean[times.length];
    if (withoutLast) {
      markLast(known.user, times, users.size(), last);
    }
    InteractionsBuilder train = Interactions.builder(users.size(), items.size());
    InteractionsBuilder history = Interactions.builder(users.size(), items.size());
    Column weight = pair.train().find("weight").orElse(null);
    for (int row = 0; row < times.length; row++) {
      double strength = weight == null ? 1 : weight(weight, row);
      history.add(known.user[row], known.item[row], strength, times[row]);
      if (!last[row]) {
        train.add(known.user[row], known.item[row], strength, times[row]);
      }
    }
    Interactions past = history.build();
    return new Scenario(
        pair,
        withoutLast ? train.build() : past,
        past,
        new Past(past),
        wanted(past, test),
        byChance,
        row -> known.user[row]);
  }

  /// How many rows both have.
  long rows() {
    return (long) pair.train().rows() + pair.test().rows();
  }

  /// The users with items to find; without those of no history unless they are wanted.
  int[] asked(boolean strangers) {
    return IntStream.range(0, test.size())
        .filter(u -> test.get(u).length > 0 && (strangers || past.knows(u)))
        .toArray();
  }

  /// How many users of the test had nothing before.
  long strangers() {
    return asked(true).length - (long) asked(false).length;
  }

  /// How many items of the test nobody had before.
  long newItems() {
    return test.stream()
        .flatMapToInt(Arrays::stream)
        .filter(item -> !past.isKnown(item))
        .distinct()
        .count();
  }

  /// What a model shows to a user.
  List<ScoredItem> list(Model model, int user, int k) {
    return history.equals(train) ? model.top(user, k) : model.topFor(history.row(user), k);
  }

  /// Pairs of the test for one of the training data.
  double heldOutOdds() {
    return test.stream().mapToInt(t -> t.length).sum() / (double) train.entries();
  }

  private static List<int[]> wanted(Interactions past, Numbered test) {
    List<TreeSet<Integer>> wanted = new ArrayList<>();
    for (int u = 0; u < past.users(); u++) {
      wanted.add(new TreeSet<>());
    }
    for (int row = 0; row < test.user.length; row++) {
      if (!past.has(test.user[row], test.item[row])) {
        wanted.get(test.user[row]).add(test.item[row]);
      }
    }
    return wanted.stream().map(s -> s.stream().mapToInt(Integer::intValue).toArray()).toList();
  }

  /// By column `time`; without it the order of the rows.
  private static long[] times(Table table) {
    Column column = table.find("time").orElse(null);
    long[] times = new long[table.rows()];
    for (int row = 0; row < times.length; row++) {
      times[row] = column == null ? row + 1 : (long) column.number(row);
    }
    return times;
  }

  /// Mark each user's latest row, but not the only one.
  private static void markLast(int[] user, long[] times, int users, boolean[] last) {
    int[] latest = new int[users];
    int[] rows = new int[users];
    Arrays.fill(latest, -1);
    for (int row = 0; row < user.length; row++) {
      int u = user[row];
      rows[u]++;
      if (latest[u] < 0 || times[row] >= times[latest[u]]) {
        latest[u] = row;
      }
    }
    for (int u = 0; u < users; u++) {
      if (rows[u] > 1) {
        last[latest[u]] = true;
      }
    }
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
