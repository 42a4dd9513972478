package org.marquetry.lab.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.lab.spi.LabInput;
import org.marquetry.lab.spi.LabOption;
import org.marquetry.lab.spi.LabResult;
import org.marquetry.lab.spi.LabTask;
import org.marquetry.lab.spi.Table;
import org.marquetry.platform.api.command.Command;
import org.marquetry.platform.api.progress.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LabCommandTest {
  @TempDir Path folder;

  /// Measures the mean of a column.
  private static final class MeanTask implements LabTask {
    @Override
    public String name() {
      return "mean";
    }

    @Override
    public String summary() {
      return "mean of a column";
    }

    @Override
    public List<LabOption> options() {
      return List.of(new LabOption("of", "COLUMN", "the column"));
    }

    @Override
    public LabResult run(LabInput input, Progress progress) {
      Table table = input.table("data");
      double sum = 0;
      for (int row = 0; row < table.rows(); row++) {
        sum += table.column(input.required("of")).number(row);
      }
      return new LabResult(
          Map.of("mean", sum / table.rows()), Map.of(), "cpu", "mean", Map.of(), table.rows());
    }
  }

  private final LabCommand lab = new LabCommand("1.2.3", List.of(new MeanTask()));

  private String told(int code, String... words) {
    Recorder console = new Recorder(folder);
    assertEquals(code, lab.run(List.of(words), console), console.errors.toString());
    return String.join("\n", code == Command.OK ? console.printed : console.errors);
  }

  @Test
  void theResultIsOneJsonObjectWithAllKeys() throws IOException {
    Files.writeString(folder.resolve("x.csv"), "a,b\n1,True\n2,False\n");
    JsonNode json =
        JsonMapper.shared().readTree(told(Command.OK, "mean", "--data", "x.csv", "--of", "b"));
    assertEquals(
        List.of(
            "task",
            "metrics",
            "intervals",
            "engine",
            "algorithm",
            "options",
            "seed",
            "rows",
            "seconds",
            "peakMemoryMb",
            "version"),
        List.copyOf(json.propertyNames()));
    assertEquals(0.5, json.get("metrics").get("mean").doubleValue());
    assertEquals(1, json.get("seed").longValue());
    assertEquals("1.2.3", json.get("version").stringValue());
    assertTrue(json.get("peakMemoryMb").longValue() > 0);
  }

  @Test
  void badArgumentsAreToldWithASuggestion() throws IOException {
    Files.writeString(folder.resolve("x.csv"), "a,b\n1,2\n3,x\n");
    assertTrue(told(2, "meen").contains("did you mean mean?"));
    assertTrue(told(2, "mean", "--dat", "x.csv").contains("did you mean --data?"));
    assertTrue(told(2, "mean", "x.csv").contains("options begin with --"));
    assertTrue(told(2, "mean", "--data").contains("needs a value"));
    assertTrue(told(2, "mean", "--data", "y.csv", "--of", "a").contains("y.csv does not exist"));
    assertTrue(told(2, "mean", "--data", "x.csv", "--of", "c").contains("it has [a, b]"));
    assertTrue(told(2, "mean", "--data", "x.csv").contains("--of is missing"));
    assertTrue(told(2, "mean", "--data", "x.csv", "--of", "b").contains("data row 2"));
    assertTrue(told(2, "mean", "--seed", "x").contains("--seed must be a whole number"));
  }

  @Test
  void helpListsTasksAndOptions() {
    assertTrue(told(Command.OK, "--help").contains("mean of a column"));
    String help = told(Command.OK, "mean", "--help");
    assertTrue(help.contains("--of COLUMN") && help.contains("--folds N"), help);
  }
}
