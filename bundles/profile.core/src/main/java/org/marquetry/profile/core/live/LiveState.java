package org.marquetry.profile.core.live;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The state of one partition: written by the fold alone, read by many while it is written.
final class LiveState {
  final Map<String, Account> accounts = new ConcurrentHashMap<>();
  final Map<String, Listed> products = new ConcurrentHashMap<>();
  private final Map<String, String> words = new HashMap<>(); // one copy of each; the fold's alone

  /// What the catalogue said last about a product.
  ///
  /// @param at when, milliseconds since 1970; the newest of all partitions counts
  record Listed(long at, Optional<String> title, Optional<String> category) {
    /// Later words take the place of earlier ones; what they leave out stays.
    Listed then(Listed later) {
      return later.at < at
          ? later.then(this)
          : new Listed(later.at, later.title.or(() -> title), later.category.or(() -> category));
    }
  }

  /// The same text, kept once.
  @Nullable String shared(@Nullable String word) {
    return word == null ? null : words.computeIfAbsent(word, w -> w);
  }
}
