package org.marquetry.lab.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.marquetry.lab.spi.Column;
import org.marquetry.lab.spi.LabInputException;
import org.marquetry.lab.spi.Table;
import org.marquetry.lab.spi.TrainTest;

/// Cut one table into rows to learn from and rows to measure on. The same seed cuts the same way.
final class Splits {
  private Splits() {}

  /// Draw a share of all rows for training, or cut into folds.
  static List<TrainTest> random(Table data, double share, int folds, long seed) {
    return cut(data, List.of(IntStream.range(0, data.rows()).toArray()), share, folds, seed);
  }

  /// Draw within each value of a column; each keeps at least one row in train.
  static List<TrainTest> within(Table data, String column, double share, int folds, long seed) {
    return cut(data, groups(data, column), share, folds, seed);
  }

  private static List<TrainTest> cut(
      Table data, List<int[]> groups, double share, int folds, long seed) {
    int[] part =
        new int[data.rows()]; // fold of a row, or 0 = test and 1 = train; -1 = always train
    for (int g = 0; g < groups.size(); g++) {
      int[] rows = shuffled(groups.get(g), seed, g);
      int train = Math.max(1, (int) Math.round(share * rows.length));
      for (int k = 0; k < rows.length; k++) {
        part[rows[k]] = rows.length == 1 ? -1 : folds == 0 ? (k < train ? 1 : 0) : k % folds;
      }
    }
    List<TrainTest> pairs = new ArrayList<>();
    for (int fold = 0; fold < Math.max(1, folds); fold++) {
      int test = fold;
      pairs.add(pair(data, row -> part[row] == test));
    }
    return pairs;
  }

  /// Hold out the latest row of each value of a column: by the number in column `time`, else the
  /// last in the file.
  static List<TrainTest> leaveLast(Table data, String column) {
    boolean[] test = new boolean[data.rows()];
    for (int[] rows : groups(data, column)) {
      if (rows.length > 1) {
        test[latest(data, rows)] = true;
      }
    }
    return List.of(pair(data, row -> test[row]));
  }

  /// Learn from what is before one point in time, measure on the rest.
  ///
  /// @param point as [PointInTime#of] takes it; the table needs a column `time`
  static List<TrainTest> at(Table data, String point) {
    if (data.rows() == 0) {
      throw new LabInputException(data.source() + " has no rows");
    }
    Column time = data.column("time");
    double cut = PointInTime.of(point, time);
    int before = (int) IntStream.range(0, data.rows()).filter(r -> time.number(r) < cut).count();
    if (before == 0 || before == data.rows()) {
      throw new LabInputException(
          "--split-time "
              + point
              + " leaves "
              + before
              + " of "
              + data.rows()
              + " rows before it: there must be some before and some after");
    }
    return List.of(pair(data, row -> time.number(row) >= cut));
  }

  private static int latest(Table data, int[] rows) {
    int last = rows[rows.length - 1];
    if (data.find("time").isPresent()) {
      Column time = data.column("time");
      for (int row : rows) {
        if (time.number(row) > time.number(last)) {
          last = row;
        }
      }
    }
    return last;
  }

  private static List<int[]> groups(Table data, String column) {
    Column key = data.column(column);
    Map<Integer, IntStream.Builder> groups = new LinkedHashMap<>();
    for (int row = 0; row < data.rows(); row++) {
      groups.computeIfAbsent(key.code(row), k -> IntStream.builder()).add(row);
    }
    return groups.values().stream().map(b -> b.build().toArray()).toList();
  }

  private static int[] shuffled(int[] rows, long seed, int group) {
    SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + group);
    int[] shuffled = rows.clone();
    for (int k = shuffled.length - 1; k > 0; k--) {
      int other = random.nextInt(k + 1);
      int kept = shuffled[k];
      shuffled[k] = shuffled[other];
      shuffled[other] = kept;
    }
    return shuffled;
  }

  private static TrainTest pair(Table data, IntPredicate isTest) {
    int[] test = IntStream.range(0, data.rows()).filter(isTest).toArray();
    int[] train = IntStream.range(0, data.rows()).filter(isTest.negate()).toArray();
    if (test.length == 0 || train.length == 0) {
      throw new LabInputException(
          data.source()
              + ": "
              + data.rows()
              + " rows are too few to learn from some and measure on the others");
    }
    return new TrainTest(data.select(train), data.select(test));
  }
}
