package org.marquetry.access.core;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.marquetry.access.api.Users;

/// A user as stored.
///
/// @param id stable id
/// @param name as it was given
/// @param hash of the password
/// @param language language tag
/// @param removedAt empty while the user may log in
record Account(
    String id,
    String name,
    String hash,
    Set<String> roles,
    String language,
    Optional<Instant> removedAt) {
  Account {
    roles = Set.copyOf(roles);
  }

  Account(String id, String name, String hash, Set<String> roles, String language) {
    this(id, name, hash, roles, language, Optional.empty());
  }

  boolean isActive() {
    return removedAt.isEmpty();
  }

  Users.User user() {
    return new Users.User(id, name, roles, language);
  }

  Account withRoles(Set<String> others) {
    return new Account(id, name, hash, others, language, removedAt);
  }

  Account withHash(String other) {
    return new Account(id, name, other, roles, language, removedAt);
  }

  Account removed(Optional<Instant> at) {
    return new Account(id, name, hash, roles, language, at);
  }
}
