package org.marquetry.recommend.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.marquetry.platform.api.compute.ComputePool;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.ScoredItem;
import org.marquetry.shop.api.Interval;

/// Measures the probabilities of a model on the pairs that it had not seen.
///
/// Let a pair be present with probability `y`, and each present one be held out for the test by
/// chance, a share `s` of them. A model that learned from the others says `p = y (1 - s)`. Of a pair
/// that was absent there, the test shows that it is present with probability
///
///     y s / (1 - y (1 - s)) = s / (1 - s) * p / (1 - p),
///
/// at most 1, because `p` cannot be above `1 - s`. That is what is compared with the test: once for
/// all pairs that were absent (of some users drawn by chance, where there are more than
/// [#MOST_PAIRS]), once for those that the top lists show, where a model that is too sure of itself
/// is found out. Beside each stands a constant: the share of present pairs.
final class Probabilities {
  static final int MOST_PAIRS = 5_000_000;
  private static final int USERS_A_PIECE = 8;

  private final List<Foretold> unseen = new ArrayList<>();
  private final List<Foretold> unseenConstant = new ArrayList<>();
  private final List<Foretold> shown = new ArrayList<>();
  private final List<Foretold> shownConstant = new ArrayList<>();

  /// Ask the model, unless it gives no probabilities or the test was not drawn by chance.
  void collect(Model model, Scenario scenario, int k, long seed, ComputePool pool) {
    if (!scenario.byChance() || model.probability(0, 0).isEmpty()) {
      return;
    }
    int[] users = users(scenario, seed);
    double odds = scenario.heldOutOdds();
    double cells = (double) scenario.train().users() * scenario.train().items();
    double constant = unseenPresent(odds, scenario.train().entries() / cells);
    Foretold[] all = new Foretold[users.length];
    Foretold[] top = new Foretold[users.length];
    pool.parallel(
        (users.length + USERS_A_PIECE - 1) / USERS_A_PIECE,
        piece -> {
          int from = piece * USERS_A_PIECE;
          for (int n = from; n < Math.min(users.length, from + USERS_A_PIECE); n++) {
            int user = users[n];
            all[n] =
                foretold(
                    model,
                    scenario,
                    odds,
                    user,
                    IntStream.range(0, scenario.train().items())
                        .filter(i -> !scenario.train().has(user, i))
                        .toArray());
            top[n] =
                foretold(
                    model,
                    scenario,
                    odds,
                    user,
                    model.top(user, k).stream().mapToInt(ScoredItem::item).toArray());
          }
        });
    for (int n = 0; n < users.length; n++) {
      unseen.add(all[n]);
      unseenConstant.add(all[n].constant(constant));
      shown.add(top[n]);
      shownConstant.add(top[n].constant(constant));
    }
  }

  /// All, or as many drawn by chance as have [#MOST_PAIRS] pairs.
  private static int[] users(Scenario scenario, long seed) {
    int[] users = IntStream.range(0, scenario.train().users()).toArray();
    int most = Math.max(1, MOST_PAIRS / scenario.train().items());
    if (users.length <= most) {
      return users;
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < most; k++) {
      int other = k + random.nextInt(users.length - k);
      int kept = users[k];
      users[k] = users[other];
      users[other] = kept;
    }
    return Arrays.copyOf(users, most);
  }

  private static Foretold foretold(
      Model model, Scenario scenario, double odds, int user, int[] items) {
    float[] p = new float[items.length];
    boolean[] came = new boolean[items.length];
    for (int k = 0; k < items.length; k++) {
      double said = model.probability(user, items[k]).orElseThrow();
      p[k] = (float) unseenPresent(odds, said);
      came[k] = Arrays.binarySearch(scenario.test().get(user), items[k]) >= 0;
    }
    return new Foretold(p, came);
  }

  /// How probable it is that the test has a pair that the training data lack.
  ///
  /// @param heldOutOdds `s / (1 - s)`
  /// @param p of being in the training data
  static double unseenPresent(double heldOutOdds, double p) {
    return Math.min(1, heldOutOdds * p / (1 - p));
  }

  /// Put what was found beside the other metrics; nothing when nothing was collected.
  ///
  /// @param curve whether the points of the reliability curves are told as well
  void tell(
      int k,
      long seed,
      boolean curve,
      Map<String, Double> metrics,
      Map<String, Interval> intervals) {
    if (unseen.isEmpty()) {
      return;
    }
    tell("", unseen, unseenConstant, seed, curve, metrics, intervals);
    tell("@" + k, shown, shownConstant, seed, curve, metrics, intervals);
  }

  private static void tell(
      String at,
      List<Foretold> foretold,
      List<Foretold> constants,
      long seed,
      boolean curve,
      Map<String, Double> metrics,
      Map<String, Interval> intervals) {
    Calibration model = new Calibration(foretold, seed);
    Calibration constant = new Calibration(constants, seed);
    put("logLoss" + at, model.logLoss(), metrics, intervals);
    metrics.put("logLossConstant" + at, constant.logLoss().estimate());
    put("squaredError" + at, model.squaredError(), metrics, intervals);
    metrics.put("squaredErrorConstant" + at, constant.squaredError().estimate());
    put("ece" + at, model.error(), metrics, intervals);
    metrics.put("eceByChance" + at, model.chance());
    metrics.put("eceConstant" + at, constant.error().estimate());
    metrics.put("stated" + at, model.stated());
    metrics.put("present" + at, model.present());
    if (curve) {
      int bin = 1;
      for (Calibration.Point point : model.curve()) {
        metrics.put("bin" + bin + at + ".stated", point.stated());
        metrics.put("bin" + bin++ + at + ".present", point.came());
      }
    }
  }

  private static void put(
      String name, Interval interval, Map<String, Double> metrics, Map<String, Interval> all) {
    metrics.put(name, interval.estimate());
    all.put(name, interval);
  }
}
