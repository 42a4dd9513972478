package com.example.sample;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.recommend.spi.Contribution;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.Provenance;
import org.marquetry.recommend.spi.ScoredItem;

/// Scores an item by how often people who had the past ones had it too.
final class SampleModel implements Model {
  private static final Comparator<ScoredItem> BEST_FIRST =
      Comparator.comparingDouble(ScoredItem::score).reversed().thenComparing(ScoredItem::item);

  private final Interactions data;
  private final int[] people;
  private final List<Map<Integer, Integer>> together;
  private final double damping;
  private final Provenance provenance;

  SampleModel(
      Interactions data,
      int[] people,
      List<Map<Integer, Integer>> together,
      double damping,
      Provenance provenance) {
    this.data = data;
    this.people = people;
    this.together = together;
    this.damping = damping;
    this.provenance = provenance;
  }

  @Override
  public List<ScoredItem> top(int user, int limit) {
    return topFor(data.row(user), limit);
  }

  @Override
  public List<ScoredItem> topFor(Interactions history, int limit) {
    Map<Integer, Double> scores = new HashMap<>();
    for (long entry = 0; entry < history.entries(); entry++) {
      int past = history.item(entry);
      together.get(past).keySet().forEach(item -> scores.merge(item, part(past, item), Double::sum));
    }
    return scores.entrySet().stream()
        .filter(scored -> !history.has(0, scored.getKey()))
        .map(scored -> new ScoredItem(scored.getKey(), scored.getValue()))
        .sorted(BEST_FIRST)
        .limit(limit)
        .toList();
  }

  private double part(int past, int item) {
    int both = together.get(past).getOrDefault(item, 0);
    return both / (Math.sqrt((double) people[past] * people[item]) + damping);
  }

  @Override
  public Optional<Contribution> reason(int user, int item) {
    int best = -1;
    double most = 0;
    double all = 0;
    for (long entry = data.start(user); entry < data.start(user + 1); entry++) {
      double part = part(data.item(entry), item);
      all += part;
      if (part > most) {
        most = part;
        best = data.item(entry);
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(new Contribution(best, most, most / all));
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  @Override
  public void close() {}
}
