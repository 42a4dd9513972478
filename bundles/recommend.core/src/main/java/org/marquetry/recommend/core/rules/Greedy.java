package org.marquetry.recommend.core.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.marquetry.recommend.core.rules.Ranking.Candidate;

/// A list that grows by one product at a time. For one thread.
final class Greedy {
  private final Ranking ranking;
  private final Queue queue;
  private final List<Candidate> list = new ArrayList<>();
  private final BitSet gone; // chosen, or blocked by what was chosen: that lasts
  private final double[] likeness; // of each of the queue to the most like product of the list

  private Greedy(Ranking ranking, Queue queue) {
    this.ranking = ranking;
    this.queue = queue;
    gone = new BitSet(queue.settled());
    likeness = new double[ranking.diversity() > 0 ? queue.settled() : 0];
  }

  /// @return empty when what the queue does not hold yet could be among the first `limit`
  static Optional<Greedy> choose(Ranking ranking, Queue queue, int limit) {
    Greedy greedy = new Greedy(ranking, queue);
    while (greedy.list.size() < limit) {
      int next = greedy.next();
      if (!queue.isWhole() && (next < 0 || greedy.value(next) < greedy.most(queue.settled()))) {
        return Optional.empty();
      }
      if (next < 0) {
        break;
      }
      greedy.add(next);
    }
    return Optional.of(greedy);
  }

  List<Candidate> list() {
    return list;
  }

  /// The rule that keeps a product out of this list.
  Optional<String> blocks(Candidate candidate) {
    return ranking.blocks(list, candidate.ware());
  }

  /// The place of the best that may stand in the list; -1: there is none.
  private int next() {
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int k = gone.nextClearBit(0); k < queue.settled(); k = gone.nextClearBit(k + 1)) {
      if (most(k) <= most) {
        break;
      }
      double value = value(k);
      if (value <= most) {
        continue;
      }
      if (ranking.blocks(list, queue.in().get(k).ware()).isPresent()) {
        gone.set(k);
      } else {
        best = k;
        most = value;
      }
    }
    return best;
  }

  /// What a product at a place is worth where nothing of the list is like it.
  private double most(int place) {
    return (1 - ranking.diversity()) * Queue.relevance(place);
  }

  private double value(int place) {
    return likeness.length == 0 ? most(place) : most(place) - ranking.diversity() * likeness[place];
  }

  private void add(int place) {
    Candidate chosen = queue.in().get(place);
    list.add(chosen);
    gone.set(place);
    for (int k = gone.nextClearBit(0); k < likeness.length; k = gone.nextClearBit(k + 1)) {
      likeness[k] = Math.max(likeness[k], queue.in().get(k).ware().likeness(chosen.ware()));
    }
  }
}
