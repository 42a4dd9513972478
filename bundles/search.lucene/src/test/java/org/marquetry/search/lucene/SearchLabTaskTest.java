package org.marquetry.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marquetry.lab.spi.Column;
import org.marquetry.lab.spi.LabInput;
import org.marquetry.lab.spi.LabInputException;
import org.marquetry.lab.spi.LabResult;
import org.marquetry.lab.spi.Table;
import org.marquetry.lab.spi.TrainTest;
import org.marquetry.platform.api.progress.Progress;

class SearchLabTaskTest {
  private static final Table PRODUCTS =
      new Table(
          "products.csv",
          List.of(
              column("product_uid", "p1", "p2", "p3"),
              column("product_title", "Red dress", "Blue dress", "Drill")));

  private static Column column(String name, String... cells) {
    int[] codes = new int[cells.length];
    for (int i = 0; i < cells.length; i++) codes[i] = i;
    return new Column("file.csv", name, codes, List.of(cells));
  }

  @Test
  void judgedQueriesAreMeasured() {
    Table judgments =
        new Table(
            "judgments.csv",
            List.of(
                column("search_term", "red dress", "red dress", "drills"),
                column("product_uid", "p1", "p2", "p3"),
                column("relevance", "3", "1", "3")));
    LabResult result =
        new SearchLabTask()
            .run(new Tables(Map.of("products", PRODUCTS, "judgments", judgments)), Progress.NONE);
    assertEquals(1, result.metrics().get("ndcg@10"));
    assertEquals(1, result.metrics().get("recall@100"));
    assertEquals(2, result.metrics().get("queries"));
    assertEquals(3, result.rows());
  }

  @Test
  void aFileWithoutQueriesSaysWhatItHas() {
    Table judgments = new Table("judgments.csv", List.of(column("sku", "1")));
    var input = new Tables(Map.of("products", PRODUCTS, "judgments", judgments));
    var error =
        assertThrows(LabInputException.class, () -> new SearchLabTask().run(input, Progress.NONE));
    assertTrue(
        error.getMessage().contains("judgments.csv has no column 'query'"), error.getMessage());
  }

  /// Tables by option; nothing else was given.
  private record Tables(Map<String, Table> tables) implements LabInput {
    @Override
    public Optional<String> text(String option) {
      return Optional.empty();
    }

    @Override
    public String required(String option) {
      throw new LabInputException("--" + option + " is missing");
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
      throw new LabInputException("--" + option + " is missing");
    }

    @Override
    public long seed() {
      return 1;
    }

    @Override
    public Table table(String option) {
      return tables.get(option);
    }

    @Override
    public List<TrainTest> splits() {
      return List.of();
    }

    @Override
    public List<TrainTest> splitsWithin(String column) {
      return List.of();
    }
  }
}
