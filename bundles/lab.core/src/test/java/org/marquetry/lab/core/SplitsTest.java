package org.marquetry.lab.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.marquetry.lab.spi.LabInputException;
import org.marquetry.lab.spi.Table;
import org.marquetry.lab.spi.TrainTest;

class SplitsTest {
  private final Table data = data();

  /// User u has u + 1 rows; each row has its own item, and time falls.
  private static Table data() {
    ColumnBuilder user = new ColumnBuilder();
    ColumnBuilder item = new ColumnBuilder();
    ColumnBuilder time = new ColumnBuilder();
    int n = 0;
    for (int u = 0; u < 10; u++) {
      for (int k = 0; k <= u; k++) {
        user.add("u" + u);
        item.add("i" + n++);
        time.add(String.valueOf(1000 - n));
      }
    }
    return new Table(
        "t", List.of(user.build("t", "user"), item.build("t", "item"), time.build("t", "time")));
  }

  private static Map<String, Integer> perUser(Table table) {
    Map<String, Integer> counts = new HashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      counts.merge(table.column("user").text(row), 1, Integer::sum);
    }
    return counts;
  }

  private static Set<String> items(Table table) {
    return IntStream.range(0, table.rows())
        .mapToObj(row -> table.column("item").text(row))
        .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
  }

  @Test
  void withinEachUserTheShareIsKeptAndOneRowStaysInTrain() {
    TrainTest pair = Splits.within(data, "user", 0.75, 0, 1).getFirst();
    Map<String, Integer> train = perUser(pair.train());
    for (int u = 0; u < 10; u++) {
      assertEquals(Math.max(1, Math.round(0.75 * (u + 1))), train.get("u" + u).longValue());
    }
    assertEquals(data.rows(), pair.train().rows() + pair.test().rows());
  }

  @Test
  void theSeedDecides() {
    var one = items(Splits.within(data, "user", 0.5, 0, 1).getFirst().test());
    assertEquals(one, items(Splits.within(data, "user", 0.5, 0, 1).getFirst().test()));
    assertNotEquals(one, items(Splits.within(data, "user", 0.5, 0, 2).getFirst().test()));
  }

  @Test
  void foldsTestEveryRowOnceButThatOfASingleRowUser() {
    TreeSet<String> tested = new TreeSet<>();
    int rows = 0;
    for (TrainTest pair : Splits.within(data, "user", 0, 3, 1)) {
      tested.addAll(items(pair.test()));
      rows += pair.test().rows();
      assertEquals(10, perUser(pair.train()).size(), "every user stays in train");
    }
    assertEquals(data.rows() - 1, rows);
    assertEquals(rows, tested.size());
  }

  @Test
  void theLatestRowIsLeftOut() {
    TrainTest pair = Splits.leaveLast(data, "user").getFirst();
    assertEquals(9, pair.test().rows());
    assertEquals(
        "i1", pair.test().column("item").text(0), "time falls, so the first row is latest");
  }

  /// Six rows of times 10, 20, 20, 20, 30, 40.
  private static Table timed(String... times) {
    ColumnBuilder item = new ColumnBuilder();
    ColumnBuilder time = new ColumnBuilder();
    for (int k = 0; k < times.length; k++) {
      item.add("i" + k);
      time.add(times[k]);
    }
    return new Table("t", List.of(item.build("t", "item"), time.build("t", "time")));
  }

  @Test
  void onePointInTimePartsAllRowsAndEqualTimesStayTogether() {
    Table rows = timed("40", "20", "10", "20", "30", "20");
    assertEquals(Set.of("i2"), items(Splits.at(rows, "0.5").getFirst().train()));
    assertEquals(Set.of("i1", "i2", "i3", "i5"), items(Splits.at(rows, "0.7").getFirst().train()));
    assertEquals(Set.of("i0"), items(Splits.at(rows, "40").getFirst().test()));
  }

  @Test
  void aDayIsItsBeginInSecondsOrMilliseconds() {
    // 1998-03-01T00:00Z is 888710400
    Table seconds = timed("888710399", "888710400");
    Table millis = timed("888710399999", "888710400000");
    for (Table rows : List.of(seconds, millis)) {
      TrainTest pair = Splits.at(rows, "1998-03-01").getFirst();
      assertEquals(Set.of("i0"), items(pair.train()));
      assertEquals(Set.of("i1"), items(pair.test()));
    }
  }

  @Test
  void whatPartsNothingIsRefused() {
    Table rows = timed("10", "20");
    for (String point : List.of("5", "21", "1998-02-30", "soon", "-0.5", "NaN")) {
      LabInputException refused =
          assertThrows(LabInputException.class, () -> Splits.at(rows, point));
      assertTrue(String.valueOf(refused.getMessage()).contains("--split-time"), point);
    }
  }
}
