package org.marquetry.recommend.mf;

import java.util.Optional;
import org.marquetry.lib.model.Largest;
import org.marquetry.recommend.spi.Contribution;

/// Split a score into what each past item adds to it: with `W = (Y'Y + Y'CY + lambda I)^-1` of the
/// user, the score of item `i` is the sum over past items `j` of `y_i' W y_j (1 + c_j)`. Double
/// precision; one object for one row.
///
/// Source: Hu, Koren, Volinsky, 2008, section 5.
final class Explainer {
  private final FactorStore items;
  private final Csr row;
  private final double[] factored;
  private final boolean solvable;

  /// Prepare for the only row of `row`.
  Explainer(Factors factors, AlsOptions options, Csr row) {
    items = factors.items();
    this.row = row;
    factored = normalEquations(factors, options, row);
    solvable = Precise.factor(factored, items.stride());
  }

  /// What each entry of the row adds to the score of an item, in the order of the entries.
  double[] contributions(int item) {
    int n = row.entries(0);
    double[] parts = new double[n];
    if (!solvable) {
      return parts;
    }
    double[] solved = vector(items, item);
    Precise.solveFactored(factored, items.stride(), solved);
    for (int j = 0; j < n; j++) {
      double[] past = vector(items, row.ids()[j]);
      double sum = 0;
      for (int k = 0; k < past.length; k++) {
        sum += solved[k] * past[k];
      }
      parts[j] = sum * (1.0 + row.confidences()[j]);
    }
    return parts;
  }

  /// The entry that adds most, unless none adds anything.
  Optional<Contribution> largest(int item) {
    double[] parts = contributions(item);
    Largest largest = new Largest();
    for (int j = 0; j < parts.length; j++) {
      largest.offer(row.ids()[j], parts[j]);
    }
    return largest.found();
  }

  /// The lower triangle of `Y'Y + Y'CY + lambda I`, row-major.
  static double[] normalEquations(Factors factors, AlsOptions options, Csr row) {
    FactorStore items = factors.items();
    int f = items.stride();
    double[] a = new double[f * f];
    for (int k = 0; k < a.length; k++) {
      a[k] = factors.gram()[k];
    }
    double penalty = options.penalty(row.entries(0), items.rows());
    for (int k = 0; k < f; k++) {
      a[k * f + k] += penalty;
    }
    for (int j = 0; j < row.entries(0); j++) {
      double[] past = vector(items, row.ids()[j]);
      for (int r = 0; r < f; r++) {
        double w = row.confidences()[j] * past[r];
        for (int c = 0; c <= r; c++) {
          a[r * f + c] += w * past[c];
        }
      }
    }
    return a;
  }

  static double[] vector(FactorStore items, int item) {
    float[] chunk = items.chunk(item);
    int o = items.offset(item);
    double[] vector = new double[items.stride()];
    for (int k = 0; k < vector.length; k++) {
      vector[k] = chunk[o + k];
    }
    return vector;
  }
}
