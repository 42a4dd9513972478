package org.marquetry.recommend.blend;

import static org.marquetry.lib.model.Options.whole;

import java.util.List;
import java.util.Map;
import org.marquetry.recommend.spi.TrainOption;

/// How the weights are learned.
///
/// @param users whose latest items the weights are learned on
/// @param depth how far each engine's list is looked at
/// @param list length of the lists whose NDCG is made as large as it gets
record BlendOptions(int users, int depth, int list) {
  static final List<TrainOption> KNOWN =
      List.of(
          whole(
              "users", 5_000, 1, 1_000_000, "users whose latest items the weights are learned on"),
          whole("depth", 200, 1, 10_000, "how far each engine's list is looked at"),
          whole("list", 10, 1, 1_000, "length of the lists that the weights are best for"));

  static BlendOptions from(Map<String, Double> all) {
    return new BlendOptions(whole(all, "users"), whole(all, "depth"), whole(all, "list"));
  }
}
