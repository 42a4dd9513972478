package org.marquetry.experiment.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.marquetry.lab.spi.Column;
import org.marquetry.lab.spi.LabInput;
import org.marquetry.lab.spi.LabInputException;
import org.marquetry.lab.spi.LabResult;
import org.marquetry.lab.spi.Table;
import org.marquetry.lab.spi.TrainTest;
import org.marquetry.platform.api.progress.Progress;

class ExperimentTaskTest {
  private final ExperimentTask task = new ExperimentTask();

  @Test
  void readsATestWithACovariate() {
    Table table =
        table(
            List.of("a", "b", "a", "b", "a", "b"),
            List.of("1", "3", "2", "4", "3", "5.5"),
            List.of("10", "11", "20", "19", "30", "31"));
    LabResult plain = task.run(new Given(table, Map.of()), Progress.NONE);
    assertEquals(2.0, plain.metrics().get("mean.a"));
    assertEquals(3.0, plain.metrics().get("n.b"));
    assertEquals("welch", plain.algorithm());
    LabResult cuped =
        task.run(
            new Given(table, Map.of("covariate", "covariate", "control", "b", "sequential", "")),
            Progress.NONE);
    assertEquals("cuped", cuped.algorithm());
    assertEquals(List.of("effect", "effect.sequential"), List.copyOf(cuped.intervals().keySet()));
    assertTrue(cuped.metrics().getOrDefault("effect", 0.0) < 0, "a is now the treated one");
  }

  @Test
  void aFileWithOneOrThreeVariantsIsRefused() {
    Table three = table(List.of("a", "b", "c"), List.of("1", "2", "3"), List.of("1", "2", "3"));
    LabInputException e =
        assertThrows(
            LabInputException.class, () -> task.run(new Given(three, Map.of()), Progress.NONE));
    assertEquals("given.csv: a test needs two variants, got [a, b, c]", e.getMessage());
    Table lonely = table(List.of("a", "b", "a"), List.of("1", "2", "3"), List.of("1", "2", "3"));
    assertThrows(
        LabInputException.class, () -> task.run(new Given(lonely, Map.of()), Progress.NONE));
  }

  /// The published figures of the real file.
  @Test
  void cookieCats() throws IOException {
    Path file = Path.of(System.getProperty("marquetry.data", ""), "cookie-cats/cookie_cats.csv.gz");
    Assumptions.assumeTrue(Files.exists(file), "needs marquetry.data with cookie-cats");
    LabResult day1 = task.run(new Given(read(file, 3), Map.of()), Progress.NONE);
    assertMetrics(day1, 0.4482, 0.4423, 0.0744);
    LabResult day7 = task.run(new Given(read(file, 4), Map.of()), Progress.NONE);
    assertMetrics(day7, 0.1902, 0.1820, 0.00155);
  }

  private static void assertMetrics(LabResult result, double gate30, double gate40, double p) {
    Map<String, Double> metrics = result.metrics();
    assertEquals(gate30, metrics.getOrDefault("mean.gate_30", 0.0), 5e-5);
    assertEquals(gate40, metrics.getOrDefault("mean.gate_40", 0.0), 5e-5);
    assertEquals(p, metrics.getOrDefault("p", 0.0), 5e-5);
    assertEquals(0.0086, metrics.getOrDefault("srmP", 0.0), 5e-5);
  }

  private static Table read(Path file, int value) throws IOException {
    List<String> variants = new ArrayList<>();
    List<String> values = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      in.lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(cells -> {
            variants.add(cells[1]);
            values.add(cells[value]);
          });
    }
    return new Table("given.csv", List.of(column("variant", variants), column("value", values)));
  }

  private static Table table(List<String> variants, List<String> values, List<String> before) {
    return new Table(
        "given.csv",
        List.of(column("variant", variants), column("value", values), column("covariate", before)));
  }

  private static Column column(String name, List<String> texts) {
    List<String> values = texts.stream().distinct().toList();
    return new Column(
        "given.csv", name, texts.stream().mapToInt(values::indexOf).toArray(), values);
  }

  private record Given(Table table, Map<String, String> options) implements LabInput {
    @Override
    public Optional<String> text(String option) {
      return Optional.ofNullable(options.get(option));
    }

    @Override
    public String required(String option) {
      return text(option).orElseThrow();
    }

    @Override
    public boolean flag(String option) {
      return options.containsKey(option);
    }

    @Override
    public int integer(String option, int fallback, int min, int max) {
      return text(option).map(Integer::parseInt).orElse(fallback);
    }

    @Override
    public double number(String option, double fallback, double min, double max) {
      return text(option).map(Double::parseDouble).orElse(fallback);
    }

    @Override
    public LocalDate date(String option) {
      return LocalDate.parse(required(option));
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
