package org.marquetry.math.optim;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/// Minimise without a gradient: a simplex that reflects, expands, contracts and shrinks.
///
/// Source: J. A. Nelder and R. Mead, A simplex method for function minimization, 1965; the
/// coefficients adapt to the dimension as in F. Gao and L. Han, 2012.
///
/// @param tolerance stop when the simplex's values and its points differ by at most this; greater
///   than 0
/// @param maxEvaluations limit of function evaluations; at least 1
public record NelderMead(double tolerance, int maxEvaluations) {
  /// Check the options.
  ///
  /// @throws IllegalArgumentException if an option is out of its range
  public NelderMead {
    if (!(tolerance > 0)) {
      throw new IllegalArgumentException("tolerance must be > 0, got " + tolerance);
    }
    if (maxEvaluations < 1) {
      throw new IllegalArgumentException("maxEvaluations must be >= 1, got " + maxEvaluations);
    }
  }

  /// Use a tolerance of 1e-9 and at most 5,000 evaluations.
  public static NelderMead standard() {
    return new NelderMead(1e-9, 5_000);
  }

  /// Search from a start point.
  ///
  /// @param function NaN counts as worst
  /// @param start at least one variable; not changed
  /// @param step edge of the first simplex along every axis; not 0
  /// @throws IllegalArgumentException if `start` is empty or `step` is 0 or not finite
  public Minimum minimize(ToDoubleFunction<double[]> function, double[] start, double step) {
    if (start.length == 0) {
      throw new IllegalArgumentException("start must hold at least one variable");
    }
    if (step == 0 || !Double.isFinite(step)) {
      throw new IllegalArgumentException("step must be finite and not 0, got " + step);
    }
    return new Search(function, start, step).run();
  }

  private static final class Vertex {
    private final double[] point;
    private final double value;

    Vertex(double[] point, double value) {
      this.point = point;
      this.value = value;
    }
  }

  private final class Search {
    private final ToDoubleFunction<double[]> function;
    private final int n;
    private final Vertex[] simplex;
    private int evaluations;

    Search(ToDoubleFunction<double[]> function, double[] start, double step) {
      this.function = function;
      this.n = start.length;
      this.simplex = new Vertex[n + 1];
      simplex[0] = vertex(start.clone());
      for (int i = 0; i < n; i++) {
        double[] point = start.clone();
        point[i] += step;
        simplex[i + 1] = vertex(point);
      }
    }

    Minimum run() {
      sort();
      while (!converged() && evaluations < maxEvaluations) {
        advance();
        sort();
      }
      return new Minimum(simplex[0].point, simplex[0].value, evaluations, converged());
    }

    private void advance() {
      double size = Math.max(2, n);
      double[] centre = centreWithoutWorst();
      Vertex worst = simplex[n];
      Vertex reflected = along(centre, worst, -1);
      if (reflected.value < simplex[0].value) {
        Vertex expanded = along(centre, worst, -(1 + 2 / size));
        simplex[n] = expanded.value < reflected.value ? expanded : reflected;
      } else if (reflected.value < simplex[n - 1].value) {
        simplex[n] = reflected;
      } else {
        double contraction = 0.75 - 1 / (2 * size);
        boolean outside = reflected.value < worst.value;
        Vertex contracted = along(centre, worst, outside ? -contraction : contraction);
        if (contracted.value < Math.min(reflected.value, worst.value)) {
          simplex[n] = contracted;
        } else {
          shrink(1 - 1 / size);
        }
      }
    }

    private void shrink(double factor) {
      for (int i = 1; i <= n; i++) {
        simplex[i] = along(simplex[0].point, simplex[i], factor);
      }
    }

    private Vertex along(double[] from, Vertex to, double factor) {
      double[] point = new double[n];
      for (int i = 0; i < n; i++) {
        point[i] = from[i] + factor * (to.point[i] - from[i]);
      }
      return vertex(point);
    }

    private double[] centreWithoutWorst() {
      double[] centre = new double[n];
      for (int v = 0; v < n; v++) {
        for (int i = 0; i < n; i++) {
          centre[i] += simplex[v].point[i] / n;
        }
      }
      return centre;
    }

    private Vertex vertex(double[] point) {
      evaluations++;
      double value = function.applyAsDouble(point);
      return new Vertex(point, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
    }

    private void sort() {
      Arrays.sort(simplex, Comparator.comparingDouble(v -> v.value));
    }

    private boolean converged() {
      if (!(simplex[n].value - simplex[0].value <= tolerance)) {
        return false;
      }
      double width = 0;
      for (int v = 1; v <= n; v++) {
        for (int i = 0; i < n; i++) {
          width = Math.max(width, Math.abs(simplex[v].point[i] - simplex[0].point[i]));
        }
      }
      return width <= Math.sqrt(tolerance);
    }
  }
}
