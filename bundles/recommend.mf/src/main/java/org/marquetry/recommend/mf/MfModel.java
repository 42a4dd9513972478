package org.marquetry.recommend.mf;

import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.marquetry.lib.model.HistoryModel;
import org.marquetry.lib.model.Popularity;
import org.marquetry.math.linear.Kernels;
import org.marquetry.recommend.spi.Contribution;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.Provenance;
import org.marquetry.recommend.spi.ScoredItem;

/// Factors and the training data they came from: ranks, folds in, explains. Who has no history gets
/// what most users had.
final class MfModel implements Model {
  private final Kernels kernels;
  private final Interactions history;
  private final Factors factors;
  private final AlsOptions options;
  private final Confidence confidence;
  private final Provenance provenance;
  private final ItemScan scan;
  private final Popularity popular;

  MfModel(
      Kernels kernels,
      Interactions history,
      Factors factors,
      AlsOptions options,
      Confidence confidence,
      Provenance provenance) {
    this.kernels = kernels;
    this.history = history;
    this.factors = factors;
    this.options = options;
    this.confidence = confidence;
    this.provenance = provenance;
    scan = new ItemScan(kernels, factors.items());
    popular = new Popularity(history);
  }

  @Override
  public List<ScoredItem> top(int user, int limit) {
    checkLimit(limit);
    if (history.start(user) == history.start(user + 1)) {
      return popular.top(limit, item -> false);
    }
    float[] x = new float[factors.users().stride()];
    factors.users().get(user, x, 0);
    return scan.top(x, limit, item -> history.has(user, item));
  }

  @Override
  public List<ScoredItem> topFor(Interactions row, int limit) {
    checkLimit(limit);
    if (row.entries() == 0) {
      return popular.top(limit, item -> false);
    }
    return scan.top(foldIn(row), limit, item -> row.has(0, item));
  }

  /// The factors of somebody with this history: what training would give with the items' factors
  /// fixed.
  float[] foldIn(Interactions row) {
    HistoryModel.checkRow(row, history.items());
    float[] x = new float[factors.items().stride()];
    new RowSolver(kernels, factors.items(), factors.gram(), options)
        .solve(Csr.of(row, confidence), 0, x);
    return x;
  }

  @Override
  public Optional<Contribution> reason(int user, int item) {
    return explainer(history.row(user)).largest(item);
  }

  @Override
  public List<Optional<Contribution>> reasons(Interactions row, List<Integer> items) {
    Explainer explainer = explainer(row);
    return items.stream().map(explainer::largest).toList();
  }

  private Explainer explainer(Interactions row) {
    return new Explainer(factors, options, Csr.of(row, confidence));
  }

  @Override
  public boolean write(DataOutput to) throws IOException {
    to.writeInt(MfTrainer.FORMAT);
    to.writeDouble(confidence.meanWeight());
    to.writeDouble(factors.secondsPerEpoch());
    factors.items().write(to);
    return true;
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  Factors factors() {
    return factors;
  }

  AlsOptions options() {
    return options;
  }

  Confidence confidence() {
    return confidence;
  }

  @Override
  public void close() {
    // holds memory only
  }

  private static void checkLimit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be >= 1, got " + limit);
    }
  }
}
