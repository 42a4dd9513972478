package org.marquetry.profile.core.segment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.marquetry.profile.core.live.LiveFold;
import org.marquetry.profile.core.live.LiveState;
import org.marquetry.profile.core.live.LiveState.Listed;

/// What the catalogue says about products, joined over the partitions.
final class Catalogue implements LiveFold.Follower {
  private final LiveFold fold;
  private final Map<String, Listed> products = new ConcurrentHashMap<>();
  private final Set<LiveState> seen = new HashSet<>(); // guarded by this
  private final AtomicLong version = new AtomicLong();

  Catalogue(LiveFold fold) {
    this.fold = fold;
    fold.follow(this);
    for (int p = 0; p < fold.partitions(); p++) {
      fold.state(p).ifPresent(this::all);
    }
  }

  void stop() {
    fold.unfollow(this);
  }

  @Override
  public void published(int partition, LiveState state) {
    all(state);
    state.listed().forEach(this::update);
  }

  /// Read all of a state that was not seen before.
  private synchronized void all(LiveState state) {
    if (seen.add(state)) {
      state.products().keySet().forEach(this::update);
      seen.retainAll(
          Stream.concat(fold.states(), Stream.of(state))
              .collect(java.util.stream.Collectors.toSet()));
    }
  }

  private void update(String product) {
    fold.product(product)
        .ifPresent(now -> {
          Listed before = products.put(product, now);
          if (before == null
              || !before.category().equals(now.category())
              || !before.brand().equals(now.brand())) {
            version.incrementAndGet();
          }
        });
  }

  /// Changes when a product gets another category or brand.
  long version() {
    return version.get();
  }

  /// The category of a product; "" when not known.
  String category(String product) {
    Listed listed = products.get(product);
    return listed == null ? "" : listed.category().orElse("");
  }

  /// The brand of a product; "" when not known.
  String brand(String product) {
    Listed listed = products.get(product);
    return listed == null ? "" : listed.brand().orElse("");
  }

  Optional<String> title(String product) {
    return Optional.ofNullable(products.get(product)).flatMap(Listed::title);
  }

  /// The categories whose name holds a text, by name.
  List<String> categories(String text, int limit) {
    return names(text, limit, Listed::category);
  }

  /// The brands whose name holds a text, by name.
  List<String> brands(String text, int limit) {
    return names(text, limit, Listed::brand);
  }

  private List<String> names(String text, int limit, Function<Listed, Optional<String>> name) {
    Set<String> found = new TreeSet<>();
    products.values().stream()
        .flatMap(listed -> name.apply(listed).stream())
        .filter(n -> !n.isEmpty() && holds(n, text))
        .forEach(found::add);
    return found.stream().limit(limit).toList();
  }

  /// The products whose title or id holds a text, by title.
  List<String> products(String text, int limit) {
    record Found(String product, String title) {}
    List<Found> found = new ArrayList<>();
    products.forEach((product, listed) -> {
      String title = listed.title().orElse("");
      if (holds(title, text) || holds(product, text)) {
        found.add(new Found(product, title));
      }
    });
    return found.stream()
        .sorted(java.util.Comparator.comparing(Found::title).thenComparing(Found::product))
        .limit(limit)
        .map(Found::product)
        .toList();
  }

  static boolean holds(String name, String text) {
    return name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }
}
