package org.marquetry.recommend.mf.descent;

import org.marquetry.math.linear.Kernels;
import org.marquetry.recommend.mf.FactorStore;

/// Moves the rows of a pair, or of a user and two items, against the gradient. Holds scratch space:
/// one per thread.
///
/// Adagrad with one accumulator a row: a step is `rate / sqrt(G)` times the gradient, where `G`
/// sums the mean square of the row's gradients so far. It costs one number a row instead of one a
/// factor. The penalty `regularisation / 2 |x|^2` on factors is part of each step, so a row pays it
/// as often as it is met; biases pay none.
///
/// Source: Duchi, Hazan, Singer, Adaptive Subgradient Methods, JMLR 12, 2011; by row: Mudigere et
/// al., Software-Hardware Co-design for Fast and Scalable Training of Deep Learning Recommendation
/// Models, ISCA 2022, section 4.1.
final class Mover {
  /// Keeps the first step finite.
  private static final float TINY = 1e-10f;

  private final Kernels kernels;
  private final Parameters parameters;
  private final float rate;
  private final float regularisation;
  private final boolean itemsFixed;
  private final int f;
  private final float[] oldUser;
  private final float[] difference;

  /// @param itemsFixed whether only users move
  Mover(Kernels kernels, Parameters parameters, DescentOptions options, boolean itemsFixed) {
    this.kernels = kernels;
    this.parameters = parameters;
    rate = (float) options.rate();
    regularisation = (float) options.regularisation();
    this.itemsFixed = itemsFixed;
    f = parameters.users().factors().stride();
    oldUser = new float[f];
    difference = new float[f];
  }

  /// The score `s` of a pair, then a step against the gradient of `loss(s)`.
  void pair(int user, int item, Slope loss) {
    FactorStore users = parameters.users().factors();
    FactorStore items = parameters.items().factors();
    float[] u = users.chunk(user);
    int uo = users.offset(user);
    float[] v = items.chunk(item);
    int vo = items.offset(item);
    float inner = kernels.dot(u, uo, v, vo, f);
    float uu = kernels.dot(u, uo, u, uo, f);
    float vv = kernels.dot(v, vo, v, vo, f);
    float score =
        inner
            + parameters.users().bias()[user]
            + parameters.items().bias()[item]
            + parameters.level();
    float g = loss.at(score);
    if (!itemsFixed) {
      System.arraycopy(u, uo, oldUser, 0, f);
    }
    move(parameters.users(), user, g, v, vo, uu, vv, inner);
    bias(parameters.users(), user, g);
    if (!itemsFixed) {
      move(parameters.items(), item, g, oldUser, 0, vv, uu, inner);
      bias(parameters.items(), item, g);
    }
  }

  /// The score of an item less that of another, then a step against the gradient of the loss of
  /// that.
  void triple(int user, int item, int other, Slope loss) {
    FactorStore users = parameters.users().factors();
    FactorStore items = parameters.items().factors();
    float[] u = users.chunk(user);
    int uo = users.offset(user);
    float[] v = items.chunk(item);
    int vo = items.offset(item);
    float[] w = items.chunk(other);
    int wo = items.offset(other);
    System.arraycopy(v, vo, difference, 0, f);
    kernels.axpy(-1, w, wo, difference, 0, f);
    float inner = kernels.dot(u, uo, difference, 0, f);
    float uu = kernels.dot(u, uo, u, uo, f);
    float dd = kernels.dot(difference, 0, difference, 0, f);
    Side side = parameters.items();
    float g = loss.at(inner + side.bias()[item] - side.bias()[other]);
    if (!itemsFixed) {
      System.arraycopy(u, uo, oldUser, 0, f);
    }
    move(parameters.users(), user, g, difference, 0, uu, dd, inner);
    if (!itemsFixed) {
      float uv = kernels.dot(oldUser, 0, v, vo, f);
      move(side, item, g, oldUser, 0, kernels.dot(v, vo, v, vo, f), uu, uv);
      move(side, other, -g, oldUser, 0, kernels.dot(w, wo, w, wo, f), uu, uv - inner);
      bias(side, item, g);
      bias(side, other, -g);
    }
  }

  /// One row: its gradient is `g other + regularisation own`.
  ///
  /// @param own squared length of the row
  /// @param others squared length of the other row
  /// @param inner their inner product
  private void move(
      Side side, int row, float g, float[] other, int oo, float own, float others, float inner) {
    float square = g * g * others + regularisation * (2 * g * inner + regularisation * own);
    float sum = side.squares()[row] + Math.max(0, square) / f;
    side.squares()[row] = sum;
    float step = rate / (float) Math.sqrt(sum + TINY);
    float[] x = side.factors().chunk(row);
    int xo = side.factors().offset(row);
    kernels.axpy(-step * regularisation, x, xo, x, xo, f);
    kernels.axpy(-step * g, other, oo, x, xo, f);
  }

  private void bias(Side side, int row, float g) {
    float sum = side.biasSquares()[row] + g * g;
    side.biasSquares()[row] = sum;
    side.bias()[row] -= rate / (float) Math.sqrt(sum + TINY) * g;
  }
}
