package org.marquetry.math.optim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/// The last steps and what they did to the gradient: the two-loop recursion turns them into a
/// direction.
final class StepMemory {
  private static final class Pair {
    private final double[] step;
    private final double[] change;
    private final double curvature;

    Pair(double[] step, double[] change, double curvature) {
      this.step = step;
      this.change = change;
      this.curvature = curvature;
    }
  }

  private final Deque<Pair> pairs = new ArrayDeque<>();
  private final int limit;
  private final int n;

  StepMemory(int limit, int n) {
    this.limit = limit;
    this.n = n;
  }

  boolean isEmpty() {
    return pairs.isEmpty();
  }

  void clear() {
    pairs.clear();
  }

  /// Remember a step unless it shows no positive curvature.
  void add(double[] step, double[] change) {
    double curvature = dot(step, change);
    if (curvature <= 1e-12 * Math.sqrt(dot(step, step) * dot(change, change))) {
      return;
    }
    if (pairs.size() == limit) {
      pairs.removeLast();
    }
    pairs.addFirst(new Pair(step, change, curvature));
  }

  /// Return the descent direction for a gradient: minus the inverse curvature estimate times it.
  double[] direction(double[] gradient) {
    double[] q = gradient.clone();
    double[] shares = new double[pairs.size()];
    int i = 0;
    for (Pair pair : pairs) {
      shares[i] = dot(pair.step, q) / pair.curvature;
      add(q, pair.change, -shares[i]);
      i++;
    }
    if (!pairs.isEmpty()) {
      Pair newest = pairs.getFirst();
      double scale = newest.curvature / dot(newest.change, newest.change);
      for (int k = 0; k < n; k++) {
        q[k] *= scale;
      }
    }
    for (Iterator<Pair> oldestFirst = pairs.descendingIterator(); oldestFirst.hasNext(); ) {
      Pair pair = oldestFirst.next();
      i--;
      add(q, pair.step, shares[i] - dot(pair.change, q) / pair.curvature);
    }
    for (int k = 0; k < n; k++) {
      q[k] = -q[k];
    }
    return q;
  }

  static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int k = 0; k < left.length; k++) {
      sum += left[k] * right[k];
    }
    return sum;
  }

  private static void add(double[] target, double[] addend, double factor) {
    for (int k = 0; k < target.length; k++) {
      target[k] += factor * addend[k];
    }
  }
}
