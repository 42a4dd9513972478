package org.marquetry.profile.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.marquetry.lab.spi.Column;
import org.marquetry.lab.spi.LabInput;
import org.marquetry.lab.spi.LabInputException;
import org.marquetry.lab.spi.LabResult;
import org.marquetry.lab.spi.Table;
import org.marquetry.lab.spi.TrainTest;
import org.marquetry.platform.api.progress.Progress;

class ClvTaskTest {
  private static final Map<String, String> DATES =
      Map.of("calibration-end", "2025-10-01", "holdout-end", "2026-03-01");

  @Test
  void measuresWhatTheTableSays() {
    LabResult result = new ClvTask().run(new Given(shop(true), DATES), Progress.NONE);
    assertEquals(
        List.of(
            "r", "alpha", "a", "b", "logLikelihood", "forecastMae", "forecastTotal", "actualTotal"),
        List.copyOf(result.metrics().keySet()).subList(0, 8));
    assertTrue(result.metrics().containsKey("q"));
    assertEquals("week", result.options().get("unit"));
    assertTrue(result.metrics().get("forecastTotal") > 0);
  }

  @Test
  void amountsAreNotNeeded() {
    LabResult result = new ClvTask().run(new Given(shop(false), DATES), Progress.NONE);
    assertTrue(!result.metrics().containsKey("p") && result.metrics().containsKey("r"));
  }

  @Test
  void badInputIsNamed() {
    assertEquals(
        "given.csv, data row 1, column 'date': 'yesterday' is not a day; write yyyy-mm-dd or"
            + " yyyymmdd",
        failure(table(List.of("a"), List.of("yesterday"), null), DATES));
    assertEquals(
        "given.csv: the model does not fit to the 1 customers until 2025-10-01: fewer than 30"
            + " customers bought",
        failure(table(List.of("a"), List.of("20250101"), null), DATES));
    assertEquals(
        "--holdout-end 2025-01-01 must be after --calibration-end 2025-10-01",
        failure(shop(false), Map.of("calibration-end", "2025-10-01", "holdout-end", "2025-01-01")));
    assertEquals(
        "--unit must be day, week or month, got 'year'",
        failure(shop(false), Map.of("unit", "year")));
  }

  private static String failure(Table table, Map<String, String> options) {
    return assertThrows(
            LabInputException.class,
            () -> new ClvTask().run(new Given(table, options), Progress.NONE))
        .getMessage();
  }

  private static Table shop(boolean amounts) {
    Random random = new Random(4);
    List<String> customers = new ArrayList<>();
    List<String> days = new ArrayList<>();
    List<String> money = new ArrayList<>();
    for (int c = 0; c < 300; c++) {
      LocalDate day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(60));
      while (day.isBefore(LocalDate.of(2026, 3, 1))) {
        customers.add("c" + c);
        days.add(day.toString());
        money.add(String.valueOf(10 + c % 30 + random.nextInt(5)));
        day = random.nextInt(4) == 0 ? LocalDate.MAX : day.plusDays(1 + random.nextInt(90));
      }
    }
    return table(customers, days, amounts ? money : null);
  }

  private static Table table(List<String> customers, List<String> days, List<String> amounts) {
    List<Column> columns = new ArrayList<>();
    columns.add(column("customer", customers));
    columns.add(column("date", days));
    if (amounts != null) {
      columns.add(column("amount", amounts));
    }
    return new Table("given.csv", columns);
  }

  private static Column column(String name, List<String> texts) {
    Map<String, Integer> codes = new LinkedHashMap<>();
    texts.forEach(text -> codes.putIfAbsent(text, codes.size()));
    int[] rows = texts.stream().mapToInt(codes::get).toArray();
    return new Column("given.csv", name, rows, List.copyOf(codes.keySet()));
  }

  private record Given(Table table, Map<String, String> options) implements LabInput {
    @Override
    public Optional<String> text(String option) {
      return Optional.ofNullable(options.get(option));
    }

    @Override
    public String required(String option) {
      return options.get(option);
    }

    @Override
    public boolean flag(String option) {
      return false;
    }

    @Override
    public int integer(String option, int fallback, int min, int max) {
      return fallback;
    }

    @Override
    public double number(String option, double fallback, double min, double max) {
      return fallback;
    }

    @Override
    public LocalDate date(String option) {
      return LocalDate.parse(options.get(option));
    }

    @Override
    public long seed() {
      return 1;
    }

    @Override
    public Table table(String option) {
      return table;
    }

    @Override
    public List<TrainTest> splits() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<TrainTest> splitsWithin(String column) {
      throw new UnsupportedOperationException();
    }
  }
}
