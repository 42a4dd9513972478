package org.marquetry.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.api.progress.Progress;

/// Measures relevance on judged queries: NDCG@10 with gain `2^(relevance - 1) - 1` and unjudged
/// products at 0, recall@100 of the products judged 2.33 or better. Plain BM25 on lower-case words
/// reaches 0.331 and 0.686.
class RelevanceTest {
  private static final double PLAIN_BM25 = 0.331;

  @Test
  void rankingBeatsPlainBm25(@TempDir Path home) throws IOException {
    String data = System.getProperty("marquetry.data", "");
    Path folder = Path.of(data, "home-depot-search");
    assumeTrue(
        !data.isBlank() && Files.isDirectory(folder), "no judged queries: set -Dmarquetry.data");
    List<CatalogueRow> products = new ArrayList<>();
    for (List<String> row : csv(folder.resolve("products.csv.gz"))) {
      products.add(new CatalogueRow(row.get(0), row.get(1), null, null, null, null, null, null));
    }
    Judgments judgments = new Judgments();
    for (List<String> row : csv(folder.resolve("judgments.csv.gz"))) {
      judgments.add(row.get(1), row.get(2), Double.parseDouble(row.get(3)));
    }
    assertEquals(2.33, judgments.good());
    var search = new LuceneProductSearch(home, new RowProducts(products));
    var report = search.build(Progress.NONE);
    Relevance relevance = Relevance.measure(search, judgments, Progress.NONE);
    search.close();
    System.out.println(relevance + ", " + report);
    assertTrue(relevance.ndcg() > PLAIN_BM25 + 0.07, relevance.toString());
  }

  @Test
  void perfectAndEmptyRankingsScoreOneAndNothing() {
    Judgments judgments = new Judgments();
    judgments.add("q", "a", 3);
    judgments.add("q", "b", 2);
    judgments.add("q", "c", 1);
    assertEquals(1, judgments.ndcg("q", List.of("a", "b", "c"), 10), 1e-12);
    assertEquals(0, judgments.ndcg("q", List.of("c", "x"), 10));
    // gains 3 and 1 (and 0): (1 / 1 + 3 / log2(3)) / (3 / 1 + 1 / log2(3))
    double log3 = Math.log(3) / Math.log(2);
    assertEquals(
        (1 + 3 / log3) / (3 + 1 / log3), judgments.ndcg("q", List.of("b", "a"), 10), 1e-12);
    assertEquals(1, judgments.recall("q", List.of("x", "a")));
  }

  private record RowProducts(List<CatalogueRow> rows) implements Products {
    @Override
    public long size() {
      return rows.size();
    }

    @Override
    public void forEach(Consumer<CatalogueRow> consumer) {
      rows.forEach(consumer);
    }
  }

  private static List<List<String>> csv(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        rows.add(cells(line));
      }
    }
    return rows;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
          cell.append(line.charAt(i++));
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
