package org.marquetry.recommend.neighbour;

import static org.marquetry.lib.model.Options.number;
import static org.marquetry.lib.model.Options.whole;

import java.util.List;
import java.util.Map;
import org.marquetry.recommend.spi.TrainOption;

/// How near is near.
///
/// @param window how many places apart two items of one history may stand and still count
/// @param distance each place between them multiplies what they count by this
/// @param backward what the earlier of two items counts as a follower of the later one
/// @param popularity how much the popularity of the follower is divided out: its exponent; that of
///   the other item has the rest to 1
/// @param shrink added to what is divided by, so that rare pairs count less
/// @param recency each place back in a history multiplies what its item says by this
/// @param neighbours how many followers are kept of each item
record NeighbourOptions(
    int window,
    double distance,
    double backward,
    double popularity,
    double shrink,
    double recency,
    int neighbours) {
  static final List<TrainOption> KNOWN =
      List.of(
          whole("window", 50, 1, 1_000, "places apart that two items of one history may stand"),
          number("distance", 0.9, 0.01, 1, "what each place between them leaves of their weight"),
          number("backward", 0.5, 0, 1, "what an earlier item counts as a follower"),
          number("popularity", 0.3, 0, 1, "how much a follower's popularity is divided out"),
          number("shrink", 5, 0, 10_000, "how little rare pairs count"),
          number("recency", 0.6, 0.01, 1, "what each place back in a history leaves of its say"),
          whole("neighbours", 1_000, 1, 100_000, "followers kept of each item"));

  static NeighbourOptions from(Map<String, Double> all) {
    return new NeighbourOptions(
        whole(all, "window"),
        number(all, "distance"),
        number(all, "backward"),
        number(all, "popularity"),
        number(all, "shrink"),
        number(all, "recency"),
        whole(all, "neighbours"));
  }
}
