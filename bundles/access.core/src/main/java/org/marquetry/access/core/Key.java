package org.marquetry.access.core;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.marquetry.access.api.Users;

/// An API key as stored.
///
/// @param id the part of the key that is no secret
/// @param hash SHA-256 of the whole key, hexadecimal
/// @param removedAt empty while it counts
record Key(
    String id, String label, String hash, Set<String> permissions, Optional<Instant> removedAt) {
  Key {
    permissions = Set.copyOf(permissions);
  }

  boolean isActive() {
    return removedAt.isEmpty();
  }

  Users.ApiKey apiKey() {
    return new Users.ApiKey(id, label, permissions, removedAt);
  }

  Key removed(Optional<Instant> at) {
    return new Key(id, label, hash, permissions, at);
  }
}
