package org.marquetry.recommend.blend;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.marquetry.recommend.spi.Contribution;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.Provenance;
import org.marquetry.recommend.spi.ScoredItem;

/// Sums what several models score on one scale, each by its weight. What none of them has on its
/// list comes behind, in the order of the weightiest.
final class BlendModel implements Model {
  private static final Comparator<ScoredItem> BEST_FIRST =
      Comparator.comparingDouble((ScoredItem i) -> -i.score()).thenComparingInt(ScoredItem::item);

  /// @param weight above 0
  record Part(Model model, double weight) {}

  private final List<Part> parts;
  private final int depth;
  private final Provenance provenance;

  /// @param parts the weightiest first, at least one
  BlendModel(List<Part> parts, int depth, Provenance provenance) {
    this.parts = List.copyOf(parts);
    this.depth = depth;
    this.provenance = provenance;
  }

  @Override
  public List<ScoredItem> top(int user, int limit) {
    return blend(limit, (model, length) -> model.top(user, length));
  }

  @Override
  public List<ScoredItem> topFor(Interactions history, int limit) {
    return blend(limit, (model, length) -> model.topFor(history, length));
  }

  private interface Lists {
    List<ScoredItem> of(Model model, int length);
  }

  private List<ScoredItem> blend(int limit, Lists lists) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be >= 1, got " + limit);
    }
    Map<Integer, Double> sums = new HashMap<>();
    for (Part part : parts) {
      Scores.of(lists.of(part.model, depth))
          .forEach((item, score) -> sums.merge(item, part.weight * score, Double::sum));
    }
    List<ScoredItem> blended =
        sums.entrySet().stream()
            .map(e -> new ScoredItem(e.getKey(), e.getValue()))
            .sorted(BEST_FIRST)
            .limit(limit)
            .toList();
    return blended.size() == limit ? blended : longer(blended, sums.keySet(), limit, lists);
  }

  private List<ScoredItem> longer(
      List<ScoredItem> blended, Set<Integer> known, int limit, Lists lists) {
    List<ScoredItem> more = lists.of(parts.getFirst().model, limit);
    List<Integer> rest =
        more.stream().map(ScoredItem::item).filter(item -> !known.contains(item)).toList();
    Stream<ScoredItem> behind =
        IntStream.range(0, rest.size()).mapToObj(k -> new ScoredItem(rest.get(k), -1 - k));
    return Stream.concat(blended.stream(), behind).limit(limit).toList();
  }

  /// What the engine says that adds most to the item's score.
  @Override
  public Optional<Contribution> reason(int user, int item) {
    return parts.stream()
        .sorted(Comparator.comparingDouble((Part part) -> -adds(part, user, item)))
        .flatMap(part -> part.model.reason(user, item).stream())
        .findFirst();
  }

  @Override
  public List<Optional<Contribution>> reasons(Interactions history, List<Integer> items) {
    Map<Part, Map<Integer, Float>> scores = new LinkedHashMap<>();
    parts.forEach(part -> scores.put(part, Scores.of(part.model.topFor(history, depth))));
    Map<Integer, Contribution> found = new HashMap<>();
    for (int turn = 0; turn < parts.size(); turn++) { // each asks the engine that adds next most
      int next = turn;
      Map<Part, List<Integer>> asked =
          items.stream()
              .filter(item -> !found.containsKey(item))
              .collect(Collectors.groupingBy(item -> ordered(scores, item).get(next)));
      asked.forEach((part, some) -> {
        List<Optional<Contribution>> reasons = part.model.reasons(history, some);
        for (int k = 0; k < some.size(); k++) {
          int item = some.get(k);
          reasons.get(k).ifPresent(reason -> found.put(item, reason));
        }
      });
    }
    return items.stream().map(item -> Optional.ofNullable(found.get(item))).toList();
  }

  /// What adds most to an item's score first.
  private static List<Part> ordered(Map<Part, Map<Integer, Float>> scores, int item) {
    return scores.keySet().stream()
        .sorted(
            Comparator.comparingDouble((Part part) ->
                -part.weight * scores.getOrDefault(part, Map.of()).getOrDefault(item, 0f)))
        .toList();
  }

  private double adds(Part part, int user, int item) {
    return part.weight * Scores.of(part.model.top(user, depth)).getOrDefault(item, 0f);
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  @Override
  public void close() {
    parts.forEach(part -> part.model.close());
  }
}
