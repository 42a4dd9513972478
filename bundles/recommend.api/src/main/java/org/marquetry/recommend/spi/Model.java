package org.marquetry.recommend.spi;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ConsumerType;

/// What a trainer learned: scores items for users and says why. Safe for use by many threads. The
/// holder closes it.
@ConsumerType
@Requires("recommend.read")
public interface Model extends AutoCloseable {
  /// Return the best items for a user of the training data, without those the user had there.
  ///
  /// @param user in [0, users of the training data)
  /// @param limit at least 1
  /// @return at most `limit` items, best first; of equal scores the lower item number first
  List<ScoredItem> top(int user, int limit);

  /// Return the best items for somebody who was not in the training data, from what is known of
  /// them, without those items.
  ///
  /// @param history one user's interactions over the items of the training data; one row
  List<ScoredItem> topFor(Interactions history, int limit);

  /// Say which of a user's past items speaks most for an item; empty when the algorithm cannot tell
  /// or none does.
  Optional<Contribution> reason(int user, int item);

  /// Say for each of some items which item of a history speaks most for it, as [#reason] does for a
  /// user of the training data.
  ///
  /// @param history one row over the items of the training data
  /// @return one for each of `items`; all empty where the algorithm cannot tell
  default List<Optional<Contribution>> reasons(Interactions history, List<Integer> items) {
    return Collections.nCopies(items.size(), Optional.empty());
  }

  /// Estimate how probable it is that a pair is among the pairs that the model learned from, as
  /// told without knowing of this pair: of pairs with probability `p` the share `p` is present. It
  /// says nothing of when, and it is not the probability of what comes next: how much is still to
  /// come decides that (`lab recommend` makes one of the other where chance held pairs back).
  ///
  /// @param user in [0, users of the training data)
  /// @param item in [0, items of the training data)
  /// @return in [0, 1], the same sense for all pairs of the model; empty from models that rank only
  default OptionalDouble probability(int user, int item) {
    return OptionalDouble.empty();
  }

  /// Write what was learned of the items, from which [Trainer#read] makes the model again. Nothing
  /// of users is written: what they had to do with is read anew.
  ///
  /// @return whether models of this kind can be written; false: nothing was
  default boolean write(DataOutput to) throws IOException {
    return false;
  }

  /// How this model came about.
  Provenance provenance();

  @Override
  void close();
}
