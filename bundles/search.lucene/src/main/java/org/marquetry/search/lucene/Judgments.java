package org.marquetry.search.lucene;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Judged queries, and how good a ranking is by them.
///
/// The gain of a product is `2^(relevance - lowest) - 1` with the lowest relevance of the scale (1
/// for a scale 1 to 3); products without a judgment count as the lowest. Source: Jarvelin and
/// Kekalainen, Cumulated gain-based evaluation of IR techniques, 2002 (with the exponential gain of
/// Burges et al., 2005).
final class Judgments {
  private final Map<String, Map<String, Double>> byQuery = new LinkedHashMap<>();
  private double lowest = Double.POSITIVE_INFINITY;
  private double highest = Double.NEGATIVE_INFINITY;

  void add(String query, String product, double relevance) {
    byQuery.computeIfAbsent(query, _ -> new HashMap<>()).put(product, relevance);
    lowest = Math.min(lowest, relevance);
    highest = Math.max(highest, relevance);
  }

  Iterable<String> queries() {
    return byQuery.keySet();
  }

  int size() {
    return byQuery.size();
  }

  /// Return the NDCG at a depth of a ranking of product ids; NaN when all judged products are of
  /// the lowest relevance.
  double ndcg(String query, List<String> ranking, int depth) {
    Map<String, Double> judged = byQuery.getOrDefault(query, Map.of());
    double ideal = dcg(judged.values().stream().sorted(Comparator.reverseOrder()).toList(), depth);
    return ideal == 0
        ? Double.NaN
        : dcg(ranking.stream().map(p -> judged.getOrDefault(p, lowest)).toList(), depth) / ideal;
  }

  /// Return the share of the good products that a ranking holds; NaN when there are none.
  double recall(String query, List<String> ranking) {
    Map<String, Double> judged = byQuery.getOrDefault(query, Map.of());
    long good = judged.values().stream().filter(r -> r >= good()).count();
    long found = ranking.stream().filter(p -> judged.getOrDefault(p, lowest) >= good()).count();
    return good == 0 ? Double.NaN : found / (double) good;
  }

  /// Return the relevance from which a product is good: two thirds up the scale, to two decimals
  /// (2.33 on 1 to 3).
  double good() {
    return Math.floor((lowest + (highest - lowest) * 2 / 3) * 100) / 100;
  }

  private double dcg(List<Double> relevance, int depth) {
    double sum = 0;
    for (int i = 0; i < Math.min(depth, relevance.size()); i++) {
      sum += (Math.pow(2, relevance.get(i) - lowest) - 1) / (Math.log(i + 2) / Math.log(2));
    }
    return sum;
  }
}
