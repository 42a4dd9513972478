package org.marquetry.recommend.mf;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.marquetry.lib.model.Best;
import org.marquetry.math.linear.Kernels;
import org.marquetry.recommend.spi.ScoredItem;

/// Find the best items for a vector, exactly: items are packed in order of their norm, and the scan
/// stops when the largest norm left times the vector's norm (Cauchy-Schwarz) is below the worst
/// score kept.
public final class ItemScan {
  private static final int PANELS_A_CHUNK = 1 << 12;

  /// Covers the rounding of norms and scores in single precision.
  private static final double SLACK = 1 + 1e-4;

  private final Kernels kernels;
  private final int f;
  private final int[] order;
  private final double[] bounds;
  private final float[][] chunks;

  /// Pack items.
  public ItemScan(Kernels kernels, FactorStore items) {
    this.kernels = kernels;
    f = items.stride();
    double[] norms = new double[items.rows()];
    for (int i = 0; i < norms.length; i++) {
      norms[i] = Math.sqrt(dot(items, i));
    }
    order =
        IntStream.range(0, norms.length)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer i) -> -norms[i])
                    .thenComparingInt(Integer::intValue))
            .mapToInt(Integer::intValue)
            .toArray();
    int panels = (order.length + Kernels.PANEL - 1) / Kernels.PANEL;
    bounds = new double[panels];
    chunks = new float[(panels + PANELS_A_CHUNK - 1) / PANELS_A_CHUNK][];
    for (int c = 0; c < chunks.length; c++) {
      chunks[c] =
          new float[Math.min(PANELS_A_CHUNK, panels - c * PANELS_A_CHUNK) * Kernels.PANEL * f];
    }
    float[] row = new float[f];
    for (int p = 0; p < order.length; p++) {
      if (p % Kernels.PANEL == 0) {
        bounds[p / Kernels.PANEL] = norms[order[p]];
      }
      items.get(order[p], row, 0);
      float[] chunk = chunks[p / Kernels.PANEL / PANELS_A_CHUNK];
      int o = offset(p / Kernels.PANEL) + p % Kernels.PANEL;
      for (int k = 0; k < f; k++) {
        chunk[o + k * Kernels.PANEL] = row[k];
      }
    }
  }

  private double dot(FactorStore items, int i) {
    return kernels.dot(items.chunk(i), items.offset(i), items.chunk(i), items.offset(i), f);
  }

  private int offset(int panel) {
    return panel % PANELS_A_CHUNK * Kernels.PANEL * f;
  }

  /// Return the best `limit` items that are not `excluded`, best first; of equal scores the lower
  /// number first.
  public List<ScoredItem> top(float[] x, int limit, IntPredicate excluded) {
    double norm = Math.sqrt(kernels.dot(x, 0, x, 0, f)) * SLACK;
    Best best = new Best(Math.min(limit, order.length));
    float[] scores = new float[Kernels.PANEL];
    for (int panel = 0; panel < bounds.length; panel++) {
      if (norm * bounds[panel] < best.worst()) {
        break;
      }
      kernels.panelScores(chunks[panel / PANELS_A_CHUNK], offset(panel), x, f, scores);
      int first = panel * Kernels.PANEL;
      for (int l = 0; l < Math.min(Kernels.PANEL, order.length - first); l++) {
        if (scores[l] >= best.worst() && !excluded.test(order[first + l])) {
          best.offer(order[first + l], scores[l]);
        }
      }
    }
    return best.list();
  }
}
