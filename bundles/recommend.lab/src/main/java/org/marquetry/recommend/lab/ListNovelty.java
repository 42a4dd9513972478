package org.marquetry.recommend.lab;

import java.util.List;
import java.util.Optional;
import org.marquetry.recommend.spi.ScoredItem;

/// How new what one user was shown is, and how popular beside what that user had.
///
/// Sources: mean self-information: Zhou, Kuscsik, Liu, Medo, Wakeling, Zhang, Solving the Apparent
/// Diversity-Accuracy Dilemma of Recommender Systems, PNAS 2010; group average popularity of lists
/// and of profiles: Abdollahpouri, Mansoury, Burke, Mobasher, The Unfairness of Popularity Bias in
/// Recommendation, 2019.
///
/// @param bits mean self-information of the items shown
/// @param shown mean share of users that had an item shown
/// @param past mean share of users that had an item of this user's history
record ListNovelty(double bits, double shown, double past) {
  /// Measure a list; an empty one is neither new nor popular.
  ///
  /// @param user one with a history
  static Optional<ListNovelty> of(List<ScoredItem> list, Past past, int user) {
    return list.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ListNovelty(
                list.stream().mapToDouble(i -> past.bits(i.item())).average().orElseThrow(),
                list.stream().mapToDouble(i -> past.popularity(i.item())).average().orElseThrow(),
                past.popularityOfHistory(user)));
  }
}
