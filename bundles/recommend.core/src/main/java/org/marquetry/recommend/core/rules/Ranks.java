package org.marquetry.recommend.core.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.marquetry.recommend.core.rules.Ranking.Candidate;
import org.marquetry.recommend.spi.ScoredItem;

/// A list as it is shown, and what the rules did to it.
public final class Ranks {
  private final Queue queue;
  private final Greedy chosen;
  private final Optional<String> diversity;

  Ranks(Queue queue, Greedy chosen, Optional<String> diversity) {
    this.queue = queue;
    this.chosen = chosen;
    this.diversity = diversity;
  }

  /// The list with the model's scores, the best first.
  public List<ScoredItem> items() {
    return chosen.list().stream().map(c -> new ScoredItem(c.item(), c.modelScore())).toList();
  }

  /// A product of the list.
  ///
  /// @param modelRank its place by the model alone, from 1
  /// @param rules ids of the rules that changed which products come before it
  public record Moved(int modelRank, List<String> rules) {}

  /// What moved each product of the list, in its order.
  public List<Moved> moved() {
    List<Candidate> list = chosen.list();
    int last = list.stream().mapToInt(Candidate::modelRank).max().orElse(0);
    Map<Integer, Integer> places = new HashMap<>();
    for (int k = 0; k < list.size(); k++) {
      places.put(list.get(k).item(), k);
    }
    List<Out> out = outUntil(last);
    List<Candidate> others =
        queue.in().stream()
            .filter(c -> places.containsKey(c.item()) || c.modelRank() < last)
            .filter(c -> out.stream().noneMatch(o -> o.item() == c.item()))
            .toList();
    return list.stream()
        .map(c -> new Moved(c.modelRank(), movers(c, others, places, out)))
        .toList();
  }

  private List<String> movers(
      Candidate one, List<Candidate> others, Map<Integer, Integer> places, List<Out> out) {
    Set<String> rules = new LinkedHashSet<>();
    out.stream().filter(o -> o.modelRank < one.modelRank()).forEach(o -> rules.add(o.rule));
    int place = places.getOrDefault(one.item(), Integer.MAX_VALUE);
    for (Candidate other : others) {
      boolean byModel = other.modelRank() < one.modelRank();
      boolean byScore = Queue.isBefore(other, one);
      boolean asShown = places.getOrDefault(other.item(), Integer.MAX_VALUE) < place;
      if (byModel == asShown || other.item() == one.item()) {
        continue;
      }
      if (byScore == byModel) {
        diversity.ifPresent(rules::add);
      } else {
        rules.addAll(one.weighed());
        rules.addAll(other.weighed());
      }
    }
    return List.copyOf(rules);
  }

  /// A product that a rule took out.
  ///
  /// @param modelRank its place by the model alone, from 1
  /// @param rule id of the rule
  public record Out(int item, int modelRank, String rule) {}

  /// What a rule took out and the model ranks before the last of the list, the best first.
  public List<Out> out() {
    return outUntil(
        chosen.list().stream()
            .mapToInt(Candidate::modelRank)
            .max()
            .orElse(queue.in().size() + queue.out().size() + 1));
  }

  private List<Out> outUntil(int rank) {
    Stream<Out> alone =
        queue.out().values().stream()
            .filter(o -> o.candidate().modelRank() < rank)
            .map(o -> new Out(o.candidate().item(), o.candidate().modelRank(), o.rule()));
    Set<Integer> shown = new LinkedHashSet<>();
    chosen.list().forEach(c -> shown.add(c.item()));
    List<Out> all = new ArrayList<>(alone.toList());
    for (Candidate c : queue.in()) {
      if (c.modelRank() < rank && !shown.contains(c.item())) {
        chosen.blocks(c).ifPresent(rule -> all.add(new Out(c.item(), c.modelRank(), rule)));
      }
    }
    all.sort(Comparator.comparingInt(Out::modelRank));
    return all;
  }

  /// One product in a list that was made of all.
  ///
  /// @param rank its place in the list, from 1; 0: it is out, or behind the list's end
  /// @param out whether a rule took it out
  /// @param rules that took it out or weighed it
  public record Place(int modelRank, int rank, boolean out, List<String> rules) {}

  /// Find a product; empty when the model does not rank it.
  public Optional<Place> find(int item) {
    Queue.Out gone = queue.out().get(item);
    if (gone != null) {
      return Optional.of(new Place(gone.candidate().modelRank(), 0, true, List.of(gone.rule())));
    }
    for (int k = 0; k < chosen.list().size(); k++) {
      Candidate c = chosen.list().get(k);
      if (c.item() == item) {
        return Optional.of(new Place(c.modelRank(), k + 1, false, c.weighed()));
      }
    }
    return queue.in().stream()
        .filter(c -> c.item() == item)
        .findFirst()
        .map(c ->
            chosen
                .blocks(c)
                .map(rule -> new Place(c.modelRank(), 0, true, List.of(rule)))
                .orElseGet(() -> new Place(c.modelRank(), 0, false, c.weighed())));
  }
}
