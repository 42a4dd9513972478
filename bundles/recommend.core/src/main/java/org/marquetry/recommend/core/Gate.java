package org.marquetry.recommend.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.InteractionsBuilder;
import org.marquetry.recommend.spi.ScoredItem;
import org.marquetry.shop.api.ProductId;

/// Holds a new model against the one that answers: from all but the latest product of some
/// customers, does it still find that product? The new one learned from it, so it is favoured; one
/// that finds clearly less has something wrong with it, or with its events.
///
/// The measure is NDCG among 10 with one relevant product, `1 / log2(1 + place)`.
final class Gate {
  private static final int MOST_PEOPLE = 1_000;
  private static final int LENGTH = 10;
  private static final int SHORTEST = 3; // pairs
  private static final double TOLERATED = 0.1; // of what the former finds
  private static final double SURE = 1.96;

  private Gate() {}

  /// @param passed false: it finds clearly less
  /// @param check of the new one; empty when there was nobody to ask about
  record Verdict(boolean passed, OptionalDouble check, OptionalDouble former) {}

  /// Look at a model alone.
  static Verdict alone(Learned fresh) {
    return new Verdict(true, mean(found(fresh, Optional.empty()), 0), OptionalDouble.empty());
  }

  static Verdict compare(Learned fresh, Learned serving) {
    List<double[]> found = found(fresh, Optional.of(serving));
    OptionalDouble check = mean(found, 0);
    OptionalDouble former = mean(found, 1);
    if (check.isEmpty() || former.isEmpty()) {
      return new Verdict(true, check, former);
    }
    double difference = check.getAsDouble() - former.getAsDouble();
    double squares = 0;
    for (double[] pair : found) {
      squares += Math.pow(pair[0] - pair[1] - difference, 2);
    }
    double within = SURE * Math.sqrt(squares / found.size() / Math.max(1, found.size() - 1));
    boolean passed = difference + within >= -TOLERATED * former.getAsDouble();
    return new Verdict(passed, check, former);
  }

  private static OptionalDouble mean(List<double[]> found, int of) {
    return found.stream().mapToDouble(pair -> pair[of]).average();
  }

  /// What both find for each customer.
  private static List<double[]> found(Learned fresh, Optional<Learned> serving) {
    Interactions all = fresh.history().pairs();
    List<Integer> people = new ArrayList<>();
    for (int u = 0; u < all.users(); u++) {
      if (all.start(u + 1) - all.start(u) >= SHORTEST) {
        people.add(u);
      }
    }
    int step = Math.max(1, people.size() / MOST_PEOPLE);
    List<double[]> found = new ArrayList<>();
    for (int p = 0; p < people.size(); p += step) {
      Interactions row = all.row(people.get(p));
      int latest = latest(row);
      ProductId wanted = fresh.history().products().get(latest);
      Interactions past = Past.without(row, Set.of(latest));
      double former =
          serving.map(other -> gain(other, moved(past, fresh, other), wanted)).orElse(0.0);
      found.add(new double[] {gain(fresh, past, wanted), former});
    }
    return found;
  }

  private static int latest(Interactions row) {
    int latest = row.item(0);
    long time = row.time(0);
    for (long e = 1; e < row.entries(); e++) {
      if (row.time(e) > time) {
        latest = row.item(e);
        time = row.time(e);
      }
    }
    return latest;
  }

  /// The same row over the products of another model.
  private static Interactions moved(Interactions row, Learned from, Learned to) {
    Map<ProductId, Integer> numbers = to.history().productNumbers();
    InteractionsBuilder builder = Interactions.builder(1, to.history().products().size());
    for (long e = 0; e < row.entries(); e++) {
      Integer item = numbers.get(from.history().products().get(row.item(e)));
      if (item != null) {
        builder.add(0, item, row.weight(e), row.time(e));
      }
    }
    return builder.build();
  }

  private static double gain(Learned learned, Interactions past, ProductId wanted) {
    List<ScoredItem> list = learned.model().topFor(past, LENGTH);
    for (int k = 0; k < list.size(); k++) {
      if (learned.history().products().get(list.get(k).item()).equals(wanted)) {
        return 1 / (Math.log(k + 2) / Math.log(2));
      }
    }
    return 0;
  }
}
