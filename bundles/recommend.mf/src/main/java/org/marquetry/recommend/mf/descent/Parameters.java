package org.marquetry.recommend.mf.descent;

import org.marquetry.lib.model.Fingerprint;
import org.marquetry.math.linear.Kernels;
import org.marquetry.recommend.spi.Interactions;

/// All that is learned. The score of a pair is `u . v + b_u + b_i + level`.
///
/// @param level the same for all pairs, fixed
record Parameters(Side users, Side items, float level) {
  /// Factors near zero; biases are the logarithms of the numbers of present pairs.
  ///
  /// @param userBiases false: users have none
  static Parameters start(
      Interactions data, Pairs pairs, DescentOptions options, boolean userBiases, double level) {
    float[] users = new float[data.users()];
    float[] items = new float[data.items()];
    for (int u = 0; u < users.length; u++) {
      for (long k = data.start(u); k < data.start(u + 1); k++) {
        if (!pairs.heldOut(u, data.item(k))) {
          users[u]++;
          items[data.item(k)]++;
        }
      }
    }
    for (int i = 0; i < items.length; i++) {
      items[i] = logarithm(items[i]);
    }
    for (int u = 0; u < users.length; u++) {
      users[u] = userBiases ? logarithm(users[u]) : 0;
    }
    long seed = options.seed();
    return new Parameters(
        Side.of(users, options.factors(), Mix.of(seed, 1)),
        Side.of(items, options.factors(), Mix.of(seed, 2)),
        (float) level);
  }

  /// Of a number of present pairs, defined for none as well.
  static float logarithm(double present) {
    return (float) Math.log(present + 0.5);
  }

  float score(Kernels kernels, int user, int item) {
    return kernels.dot(
            users.factors().chunk(user),
            users.factors().offset(user),
            items.factors().chunk(item),
            items.factors().offset(item),
            users.factors().stride())
        + users.bias()[user]
        + items.bias()[item]
        + level;
  }

  Parameters copy() {
    return new Parameters(users.copy(), items.copy(), level);
  }

  /// The fingerprint of what was learned, bit for bit.
  String print() {
    Fingerprint print = new Fingerprint();
    users.print(print);
    items.print(print);
    print.put(level);
    return print.end();
  }
}
