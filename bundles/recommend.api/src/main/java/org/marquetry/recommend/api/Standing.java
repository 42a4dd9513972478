package org.marquetry.recommend.api;

import java.util.List;
import java.util.OptionalInt;

/// Where one product stands for somebody, and why it is not further ahead.
///
/// @param modelRank its place by the model alone, from 1; empty when the model does not rank it
/// @param ranked how many products the model ranks for them
/// @param rank its place as shown, from 1; empty when it is out or behind the first 1000
/// @param rules ids of the rules that took it out or weighed it, or that let what was bought come
///   back later
public record Standing(
    Fate fate, OptionalInt modelRank, int ranked, OptionalInt rank, List<String> rules) {
  /// What became of it.
  public enum Fate {
    /// Nothing was learned yet.
    NOTHING_LEARNED,
    /// No event that counts names the product, so the model does not know it.
    UNKNOWN,
    /// They bought it.
    BOUGHT,
    /// They had to do with it already, or it is in the basket.
    HAD,
    /// The model does not rank it for them.
    UNRANKED,
    /// A rule took it out.
    OUT,
    /// It has a place, perhaps far behind.
    RANKED
  }

  public Standing {
    rules = List.copyOf(rules);
  }
}
