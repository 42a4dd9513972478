package org.marquetry.recommend.neighbour;

/// Counts what stands near an item.
///
/// For a history `h` and a candidate `c`, `s(h, c) = sum over users of d^(gap - 1) / (n_c^a n_h^(1
/// - a) + shrink)`, where `gap` is how many places `c` stands behind `h`; where it stands before,
///   the term counts `backward` times. `n` are the items' counts.
final class NearCounter implements Followers.Counter {
  private final Places places;
  private final NeighbourOptions options;
  private final double[] reach; // what a gap leaves, by the gap
  private final Tally tally;

  NearCounter(Places places, NeighbourOptions options) {
    this.places = places;
    this.options = options;
    tally = new Tally(places.items());
    reach = new double[options.window() + 1];
    for (int gap = 1; gap < reach.length; gap++) {
      reach[gap] = gap == 1 ? 1 : reach[gap - 1] * options.distance();
    }
  }

  @Override
  public Followers.Row of(int i) {
    for (int k = places.first()[i]; k < places.first()[i + 1]; k++) {
      int place = places.of()[k];
      int user = places.user()[place];
      int from = Math.max(places.start()[user], place - options.window());
      int to = Math.min(places.start()[user + 1] - 1, place + options.window());
      for (int other = from; other < place; other++) {
        tally.add(places.item()[other], options.backward() * reach[place - other]);
      }
      for (int other = place + 1; other <= to; other++) {
        tally.add(places.item()[other], reach[other - place]);
      }
    }
    double own = Math.pow(places.count(i), 1 - options.popularity());
    return tally.end(
        options.neighbours(),
        (c, sum) ->
            sum / (own * Math.pow(places.count(c), options.popularity()) + options.shrink()));
  }
}
