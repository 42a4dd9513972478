package org.marquetry.search.lucene;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.search.api.ProductHit;
import org.marquetry.search.api.SearchRequest;

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
    List<Map<String, Object>> products = new ArrayList<>();
    for (List<String> row : csv(folder.resolve("products.csv.gz"))) {
      products.add(Map.of("product_id", row.get(0), "title", row.get(1)));
    }
    Map<String, Map<String, Double>> judged = new LinkedHashMap<>();
    for (List<String> row : csv(folder.resolve("judgments.csv.gz"))) {
      judged
          .computeIfAbsent(row.get(1), _ -> new HashMap<>())
          .put(row.get(2), Double.valueOf(row.get(3)));
    }
    var search = new LuceneProductSearch(home, new Catalogue(new RecordWarehouse(products)));
    var report = search.build(Progress.NONE);
    double ndcg = 0;
    double recall = 0;
    int ranked = 0;
    int recalled = 0;
    long[] nanos = new long[judged.size()];
    int at = 0;
    for (Map.Entry<String, Map<String, Double>> query : judged.entrySet()) {
      long start = System.nanoTime();
      List<ProductHit> hits = search.find(SearchRequest.of(query.getKey(), 100));
      nanos[at++] = System.nanoTime() - start;
      double ideal =
          dcg(query.getValue().values().stream().sorted(Comparator.reverseOrder()).toList());
      if (ideal > 0) {
        ndcg +=
            dcg(
                    hits.stream()
                        .map(h -> query.getValue().getOrDefault(h.product().value(), 1.0))
                        .toList())
                / ideal;
        ranked++;
      }
      long good = query.getValue().values().stream().filter(r -> r >= 2.33).count();
      if (good > 0) {
        recall +=
            hits.stream()
                    .filter(h -> query.getValue().getOrDefault(h.product().value(), 1.0) >= 2.33)
                    .count()
                / (double) good;
        recalled++;
      }
    }
    search.close();
    Arrays.sort(nanos);
    System.out.printf(
        "ndcg@10 %.4f recall@100 %.4f queries %d p50 %.2f ms p99 %.2f ms, %d products indexed in %.1f s, %d bytes%n",
        ndcg / ranked,
        recall / recalled,
        ranked,
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6,
        report.products(),
        report.seconds(),
        report.bytes());
    assertTrue(ndcg / ranked > PLAIN_BM25 + 0.06, "ndcg@10 " + ndcg / ranked);
  }

  private static double dcg(List<Double> relevance) {
    double sum = 0;
    for (int i = 0; i < Math.min(10, relevance.size()); i++) {
      sum += (Math.pow(2, relevance.get(i) - 1) - 1) / (Math.log(i + 2) / Math.log(2));
    }
    return sum;
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
