package org.marquetry.recommend.neighbour;

/// Counts which users had two items, and keeps those pairs that chance does not explain.
final class TogetherCounter implements Followers.Counter {
  private final Places places;
  private final LlrOptions options;
  private final int users;
  private final Tally tally;

  /// @param users those with a history
  TogetherCounter(Places places, LlrOptions options, int users) {
    this.places = places;
    this.options = options;
    this.users = users;
    tally = new Tally(places.items());
  }

  @Override
  public Followers.Row of(int i) {
    for (int k = places.first()[i]; k < places.first()[i + 1]; k++) {
      int user = places.user()[places.of()[k]];
      for (int other = places.start()[user]; other < places.start()[user + 1]; other++) {
        if (places.item()[other] != i) {
          tally.add(places.item()[other], 1);
        }
      }
    }
    double own = places.count(i);
    return tally.end(
        options.neighbours(),
        (c, both) -> {
          double other = places.count(c);
          double root =
              LogLikelihood.root(both, own - both, other - both, users - own - other + both);
          return root >= options.least() ? root : 0;
        });
  }
}
