package org.marquetry.recommend.mf.descent;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.marquetry.lib.model.HistoryModel;
import org.marquetry.lib.model.Popularity;
import org.marquetry.math.linear.Kernels;
import org.marquetry.recommend.mf.FactorStore;
import org.marquetry.recommend.mf.ItemScan;
import org.marquetry.recommend.spi.Contribution;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.Provenance;
import org.marquetry.recommend.spi.ScoredItem;

/// Factors and biases from a descent: ranks and folds in; with a [Chance] also a probability. An
/// item's score is its inner product with the user plus its bias. Who has no history gets what most
/// users had.
final class DescentModel implements Model {
  private static final int FOLD_IN_PASSES = 20;

  private final Kernels kernels;
  private final Interactions history;
  private final Parameters parameters;
  private final DescentOptions options;
  private final Objective objective;
  private final Optional<Chance> chance;
  private final Provenance provenance;
  private final int stride;
  private final ItemScan scan;
  private final int[] items;
  private final Popularity popular;

  DescentModel(
      Kernels kernels,
      Interactions history,
      Parameters parameters,
      DescentOptions options,
      Objective objective,
      Optional<Chance> chance,
      Provenance provenance) {
    this.kernels = kernels;
    this.history = history;
    this.parameters = parameters;
    this.options = options;
    this.objective = objective;
    this.chance = chance;
    this.provenance = provenance;
    FactorStore store = new FactorStore(history.items(), options.factors() + 1);
    stride = store.stride();
    for (int i = 0; i < history.items(); i++) {
      store.set(i, extended(parameters.items(), i, parameters.items().bias()[i]));
    }
    scan = new ItemScan(kernels, store);
    items = IntStream.range(0, history.items()).toArray();
    popular = new Popularity(history);
  }

  /// The factors of a row with a number behind them.
  private float[] extended(Side side, int row, float last) {
    float[] all = new float[stride];
    side.factors().get(row, all, 0);
    all[options.factors()] = last;
    return all;
  }

  @Override
  public List<ScoredItem> top(int user, int limit) {
    return history.start(user) == history.start(user + 1)
        ? popular.top(limit, _ -> false)
        : top(parameters.users(), user, limit, history, user);
  }

  @Override
  public List<ScoredItem> topFor(Interactions row, int limit) {
    HistoryModel.checkRow(row, history.items());
    return row.entries() == 0 ? popular.top(limit, _ -> false) : top(foldIn(row), 0, limit, row, 0);
  }

  private List<ScoredItem> top(Side side, int row, int limit, Interactions had, int user) {
    return scan.top(extended(side, row, 1), limit, item -> had.has(user, item));
  }

  /// Somebody with this history: the same descent with the items fixed.
  Side foldIn(Interactions row) {
    int n = Math.toIntExact(row.entries());
    int[] user = new int[n];
    int[] item = new int[n];
    for (int k = 0; k < n; k++) {
      item[k] = row.item(k);
    }
    float[] bias = {Parameters.logarithm(n)};
    Side side = Side.of(bias, options.factors(), Mix.of(options.seed(), 1));
    Parameters one = new Parameters(side, parameters.items(), parameters.level());
    Mover mover = new Mover(kernels, one, options, true);
    Block block = new Block(0, 1, 1, items, 0, items.length, user, item, 0, n);
    SplittableRandom random = new SplittableRandom(Mix.of(options.seed(), 2));
    for (int pass = 0; pass < FOLD_IN_PASSES; pass++) {
      objective.pass(block, (_, i) -> row.has(0, i), mover, random);
    }
    return side;
  }

  @Override
  public OptionalDouble probability(int user, int item) {
    return chance.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(chance.get().of(parameters.score(kernels, user, item)));
  }

  /// Cannot be told from factors that gradient descent found: no past item has a part of its own.
  @Override
  public Optional<Contribution> reason(int user, int item) {
    return Optional.empty();
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  @Override
  public void close() {
    // holds memory only
  }
}
