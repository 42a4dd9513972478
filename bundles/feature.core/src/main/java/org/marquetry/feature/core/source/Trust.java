package org.marquetry.feature.core.source;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.marquetry.lib.feature.PublisherKey;

/// Whom the operator trusts, and where features may come from.
///
/// @param keys the publishers' keys that were pinned, by id
/// @param revoked keys that count no more, by id
/// @param seen the last index seen, by key and repository as [#seenKey]
/// @param repositories addresses by name: a folder, a file or an https address
/// @param unsigned whether features that nobody signed may be installed; empty: nobody has said
/// @param remote whether repositories of the network are asked
record Trust(
    SortedMap<String, Pinned> keys,
    SortedMap<String, Revoked> revoked,
    SortedMap<String, Seen> seen,
    SortedMap<String, String> repositories,
    Optional<Boolean> unsigned,
    boolean remote) {
  static final Trust NOBODY =
      new Trust(
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          Optional.empty(),
          true);

  /// A key that was pinned.
  ///
  /// @param name whose it is, as the operator called them
  /// @param suite whether it may replace what the suite came with
  /// @param at when, as ISO 8601
  record Pinned(PublisherKey key, String name, boolean suite, String at) {}

  /// A key that counts no more.
  record Revoked(String reason, String at) {}

  /// The last index seen.
  ///
  /// @param sha256 of its bytes: one version has one content
  record Seen(long version, String sha256) {}

  Trust {
    keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
    revoked = Collections.unmodifiableSortedMap(new TreeMap<>(revoked));
    seen = Collections.unmodifiableSortedMap(new TreeMap<>(seen));
    repositories = Collections.unmodifiableSortedMap(new TreeMap<>(repositories));
  }

  static String seenKey(String key, String repository) {
    return key + " " + repository;
  }

  Trust pin(Pinned pinned) {
    SortedMap<String, Pinned> next = new TreeMap<>(keys);
    next.put(pinned.key().id(), pinned);
    return new Trust(next, revoked, seen, repositories, unsigned, remote);
  }

  Trust revoke(String key, Revoked revocation) {
    SortedMap<String, Revoked> next = new TreeMap<>(revoked);
    next.put(key, revocation);
    return new Trust(keys, next, seen, repositories, unsigned, remote);
  }

  Trust see(String key, String repository, Seen index) {
    SortedMap<String, Seen> next = new TreeMap<>(seen);
    next.put(seenKey(key, repository), index);
    return new Trust(keys, revoked, next, repositories, unsigned, remote);
  }

  Trust repositories(UnaryOperator<SortedMap<String, String>> change) {
    return new Trust(
        keys, revoked, seen, change.apply(new TreeMap<>(repositories)), unsigned, remote);
  }

  Trust allowUnsigned(boolean allowed) {
    return new Trust(keys, revoked, seen, repositories, Optional.of(allowed), remote);
  }

  Trust allowRemote(boolean allowed) {
    return new Trust(keys, revoked, seen, repositories, unsigned, allowed);
  }
}
