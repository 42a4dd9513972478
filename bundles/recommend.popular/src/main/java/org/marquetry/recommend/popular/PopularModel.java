package org.marquetry.recommend.popular;

import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.marquetry.lib.model.Popularity;
import org.marquetry.recommend.spi.Contribution;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.Provenance;
import org.marquetry.recommend.spi.ScoredItem;

/// Items in order of how many users had them.
final class PopularModel implements Model {
  private final Interactions history;
  private final Popularity popular;
  private final Provenance provenance;

  PopularModel(Interactions history, Popularity popular, Provenance provenance) {
    this.history = history;
    this.popular = popular;
    this.provenance = provenance;
  }

  @Override
  public List<ScoredItem> top(int user, int limit) {
    return popular.top(limit, item -> history.has(user, item));
  }

  @Override
  public List<ScoredItem> topFor(Interactions row, int limit) {
    return popular.top(limit, item -> row.has(0, item));
  }

  @Override
  public Optional<Contribution> reason(int user, int item) {
    return Optional.empty();
  }

  /// Counts are made anew from what users had.
  @Override
  public boolean write(DataOutput to) throws IOException {
    to.writeInt(PopularTrainer.FORMAT);
    return true;
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
