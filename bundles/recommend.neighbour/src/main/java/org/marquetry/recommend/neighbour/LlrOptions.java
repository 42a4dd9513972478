package org.marquetry.recommend.neighbour;

import static org.marquetry.lib.model.Options.number;
import static org.marquetry.lib.model.Options.whole;

import java.util.List;
import java.util.Map;
import org.marquetry.recommend.spi.TrainOption;

/// What is kept of the pairs.
///
/// @param history how many of a user's latest items are counted: the work grows with its square
/// @param least the root of the log-likelihood ratio below which a pair is chance
/// @param recency each place back in a history multiplies what its item says by this
/// @param neighbours how many items are kept beside each
record LlrOptions(int history, double least, double recency, int neighbours) {
  static final List<TrainOption> KNOWN =
      List.of(
          whole("history", 500, 2, 100_000, "latest items of a history that are counted"),
          number("least", 1, 0, 100, "root of the ratio below which a pair is chance"),
          number("recency", 1, 0.01, 1, "what each place back in a history leaves of its say"),
          whole("neighbours", 100, 1, 100_000, "items kept beside each"));

  static LlrOptions from(Map<String, Double> all) {
    return new LlrOptions(
        whole(all, "history"),
        number(all, "least"),
        number(all, "recency"),
        whole(all, "neighbours"));
  }
}
