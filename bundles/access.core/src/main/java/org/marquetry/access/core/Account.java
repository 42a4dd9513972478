package org.marquetry.access.core;

import java.util.Set;
import org.marquetry.access.api.Users;

/// A user as stored.
///
/// @param id stable id
/// @param name as it was given
/// @param hash of the password
/// @param language language tag
record Account(String id, String name, String hash, Set<String> roles, String language) {
  Account {
    roles = Set.copyOf(roles);
  }

  Users.User user() {
    return new Users.User(id, name, roles, language);
  }

  Account withRoles(Set<String> others) {
    return new Account(id, name, hash, others, language);
  }

  Account withHash(String other) {
    return new Account(id, name, other, roles, language);
  }
}
