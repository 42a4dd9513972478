package org.marquetry.bench.sandbox;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// Numbers of one kind, sorted; empty ones are compared with nothing.
@SuppressWarnings("ArrayRecordComponent") // made here and never handed out
record Sample(double[] sorted) {
  static Sample of(Collection<? extends Number> values) {
    double[] all = values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
    return new Sample(all);
  }

  /// Each number divided by the median: what is left is the shape.
  Sample shape() {
    double median = quantile(0.5);
    return new Sample(Arrays.stream(sorted).map(v -> v / median).toArray());
  }

  double quantile(double share) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
  }

  double mean() {
    return Arrays.stream(sorted).average().orElse(Double.NaN);
  }

  private double deviation() {
    double mean = mean();
    return Math.sqrt(Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).average().orElse(0));
  }

  /// Share of the total that the largest fifth has.
  double topFifth() {
    double all = Arrays.stream(sorted).sum();
    return Arrays.stream(sorted, (int) (0.8 * sorted.length), sorted.length).sum() / all;
  }

  /// Largest distance of the two distribution functions (Kolmogorov and Smirnov), in [0, 1].
  double largestGap(Sample other) {
    double gap = 0;
    int i = 0;
    int j = 0;
    while (i < sorted.length && j < other.sorted.length) {
      double at = Math.min(sorted[i], other.sorted[j]);
      while (i < sorted.length && sorted[i] <= at) {
        i++;
      }
      while (j < other.sorted.length && other.sorted[j] <= at) {
        j++;
      }
      gap = Math.max(gap, Math.abs((double) i / sorted.length - (double) j / other.sorted.length));
    }
    return gap;
  }

  /// How far the mass must be moved (Wasserstein), in standard deviations of the other.
  double moved(Sample other) {
    int steps = 2_000;
    double sum = 0;
    for (int s = 0; s < steps; s++) {
      double share = (s + 0.5) / steps;
      sum += Math.abs(quantile(share) - other.quantile(share));
    }
    return sum / steps / other.deviation();
  }

  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("n", sorted.length);
    figures.put("mean", round(mean()));
    for (int percent : new int[] {10, 50, 90, 99}) {
      figures.put("p" + percent, round(quantile(percent / 100.0)));
    }
    return figures;
  }

  static double round(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
