package org.marquetry.recommend.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.marquetry.shop.api.Interval;

/// What was measured of users, together and by part.
final class Measured {
  private static final Map<String, ToDoubleFunction<ListQuality>> QUALITIES = new LinkedHashMap<>();

  static {
    QUALITIES.put("recall", ListQuality::recall);
    QUALITIES.put("precision", ListQuality::precision);
    QUALITIES.put("hr", ListQuality::hr);
    QUALITIES.put("map", ListQuality::map);
    QUALITIES.put("ndcg", ListQuality::ndcg);
  }

  private final int k;
  private final long seed;
  private final List<User> users = new ArrayList<>();
  private final Map<String, List<User>> parts = new TreeMap<>();
  private final Map<String, Double> metrics;
  private final Map<String, Interval> intervals;

  /// One user's list.
  ///
  /// @param length of the history
  /// @param novelty empty for an empty list, or without a history
  record User(int length, ListQuality quality, Optional<ListNovelty> novelty) {}

  /// @param k length of the lists
  /// @param seed of the intervals
  /// @param metrics where it is told
  Measured(int k, long seed, Map<String, Double> metrics, Map<String, Interval> intervals) {
    this.k = k;
    this.seed = seed;
    this.metrics = metrics;
    this.intervals = intervals;
  }

  void add(User user, List<String> partsOfIt) {
    if (user.length > 0) {
      users.add(user);
    }
    partsOfIt.forEach(part -> parts.computeIfAbsent(part, _ -> new ArrayList<>()).add(user));
  }

  /// How many users with a history were measured.
  int users() {
    return users.size();
  }

  /// Tell the means over all users with a history.
  void tell() {
    tell("", users);
  }

  /// Tell the same of each part, with its number of users and the lengths of their histories.
  void tellParts() {
    parts.forEach((part, some) -> {
      metrics.put(part + ".users", (double) some.size());
      metrics.put(
          part + ".shortest", (double) some.stream().mapToInt(User::length).min().orElseThrow());
      metrics.put(
          part + ".longest", (double) some.stream().mapToInt(User::length).max().orElseThrow());
      tell(part + ".", some);
    });
  }

  private void tell(String before, List<User> some) {
    QUALITIES.forEach((name, value) ->
        put(
            before + name,
            Bootstrap.ofMean(
                some.stream().mapToDouble(u -> value.applyAsDouble(u.quality)).toArray(), seed)));
    List<ListNovelty> lists = some.stream().flatMap(u -> u.novelty.stream()).toList();
    if (!lists.isEmpty()) {
      put(before + "novelty", mean(lists, ListNovelty::bits));
      put(before + "popularity", mean(lists, ListNovelty::shown));
      put(before + "popularityRatio", ratio(lists));
    }
  }

  private Interval mean(List<ListNovelty> lists, ToDoubleFunction<ListNovelty> value) {
    return Bootstrap.ofMean(lists.stream().mapToDouble(value).toArray(), seed);
  }

  /// How popular what is shown is beside what the same users had: 1 for equally popular.
  private Interval ratio(List<ListNovelty> lists) {
    double shown = lists.stream().mapToDouble(ListNovelty::shown).sum();
    double past = lists.stream().mapToDouble(ListNovelty::past).sum();
    return Bootstrap.of(
        shown / past,
        seed,
        random -> {
          double drawnShown = 0;
          double drawnPast = 0;
          for (int n = 0; n < lists.size(); n++) {
            ListNovelty one = lists.get(random.nextInt(lists.size()));
            drawnShown += one.shown();
            drawnPast += one.past();
          }
          return drawnShown / drawnPast;
        });
  }

  private void put(String name, Interval interval) {
    metrics.put(name + "@" + k, interval.estimate());
    intervals.put(name + "@" + k, interval);
  }
}
