package org.marquetry.profile.core.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The state of one partition: written by the fold alone, read by many while it is written.
public final class LiveState {
  final Map<String, Account> accounts = new ConcurrentHashMap<>();
  final Map<String, Listed> products = new ConcurrentHashMap<>();
  final Names productNames = new Names(List.of(""), Acts.MAX_PRODUCT);
  final Names typeNames = new Names(Acts.TYPES, Acts.MAX_TYPE);
  final Set<String> batches = new TreeSet<>(); // imports that are in it; the fold's alone
  long oldestRead = Long.MAX_VALUE; // number of the newest import when the first one was read
  volatile boolean stale; // holds what was taken back or changed: to be folded anew
  private final Set<String> touched = new HashSet<>(); // customers; the fold's alone
  private final Set<String> listed = new HashSet<>(); // products; the fold's alone
  private final Map<String, String> words = new HashMap<>(); // one copy of each; the fold's alone

  /// What the catalogue said last about a product.
  ///
  /// @param at when, milliseconds since 1970; the newest of all partitions counts
  public record Listed(
      long at, Optional<String> title, Optional<String> category, Optional<String> brand) {
    /// Later words take the place of earlier ones; what they leave out stays.
    Listed then(Listed later) {
      return later.at < at
          ? later.then(this)
          : new Listed(
              later.at,
              later.title.or(() -> title),
              later.category.or(() -> category),
              later.brand.or(() -> brand));
    }
  }

  /// Names with numbers from 0 in the order in which they came; those beyond the last number share
  /// number 0. Only the fold adds, others may look.
  static final class Names {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final int given;
    private final int last;

    Names(List<String> given, int last) {
      this.given = given.size();
      this.last = last;
      given.forEach(this::number);
    }

    /// The number of a name, a new one if need be.
    synchronized int number(String name) {
      Integer known = numbers.get(name);
      if (known != null) {
        return known;
      }
      if (names.size() > last) {
        return 0;
      }
      numbers.put(name, names.size());
      names.add(name);
      return names.size() - 1;
    }

    /// The number of a name; 0 when it has none.
    synchronized int find(String name) {
      return numbers.getOrDefault(name, 0);
    }

    /// The names from a number on.
    synchronized List<String> from(int number) {
      return List.copyOf(names.subList(number, names.size()));
    }

    /// The names that came after those that were given at the start.
    List<String> own() {
      return from(given);
    }
  }

  /// Every customer's account.
  public Map<String, Account> accounts() {
    return accounts;
  }

  /// What the catalogue said, by product; of this partition alone.
  public Map<String, Listed> products() {
    return products;
  }

  /// The customers that changed since the last publication; for the thread that publishes.
  public Set<String> touched() {
    return touched;
  }

  /// The products of which the catalogue said something since the last publication; for the thread
  /// that publishes.
  public Set<String> listed() {
    return listed;
  }

  /// The product ids from a number on, as acts and lines have them; number 0 = no product.
  public List<String> productNames(int from) {
    return productNames.from(from);
  }

  /// The event types from a number on, as acts have them.
  public List<String> typeNames(int from) {
    return typeNames.from(from);
  }

  /// The same text, kept once.
  @Nullable String shared(@Nullable String word) {
    return word == null ? null : words.computeIfAbsent(word, w -> w);
  }
}
