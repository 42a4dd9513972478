package org.marquetry.search.lucene;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.search.api.ProductSearch;
import org.marquetry.search.api.SearchRequest;

/// How well a search ranks judged queries, and how fast.
///
/// @param ndcg mean NDCG@10 over the queries with a product above the lowest relevance
/// @param recall mean recall@100 over the queries with a good product
record Relevance(double ndcg, double recall, int queries, double p50Ms, double p99Ms) {
  static Relevance measure(ProductSearch search, Judgments judgments, Progress progress) {
    Mean ndcg = new Mean();
    Mean recall = new Mean();
    long[] nanos = new long[judgments.size()];
    int at = 0;
    for (String query : judgments.queries()) {
      if (progress.cancelled()) break;
      progress.at(at / (double) nanos.length);
      SearchRequest request =
          SearchRequest.of(
              query.substring(0, Math.min(query.length(), SearchRequest.MAX_TEXT)), 100);
      long start = System.nanoTime();
      List<String> ranking =
          search.find(request).stream().map(hit -> hit.product().value()).toList();
      nanos[at++] = System.nanoTime() - start;
      ndcg.add(judgments.ndcg(query, ranking, 10));
      recall.add(judgments.recall(query, ranking));
    }
    long[] sorted = Arrays.stream(nanos, 0, at).sorted().toArray();
    return new Relevance(
        ndcg.value(), recall.value(), at, quantileMs(sorted, 0.5), quantileMs(sorted, 0.99));
  }

  private static double quantileMs(long[] sorted, double q) {
    return sorted.length == 0 ? 0 : sorted[(int) (q * (sorted.length - 1))] / 1e6;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "ndcg@10 %.4f, recall@100 %.4f, %d queries, p50 %.2f ms, p99 %.2f ms",
        ndcg,
        recall,
        queries,
        p50Ms,
        p99Ms);
  }

  /// A mean that leaves out what is not a number.
  private static final class Mean {
    private double sum;
    private int count;

    void add(double value) {
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }

    double value() {
      return count == 0 ? 0 : sum / count;
    }
  }
}
